namespace Tour;

/// <summary>The clone that the tour was started from.</summary>
internal sealed class Repository(string root)
{
    public string Sample(string name) => Path.Combine(root, "samples", name);

    public string Source(string name) => Path.Combine(root, "src", name);

    public string Tests(string name) => Path.Combine(root, "tests", name);

    /// <exception cref="TourException">The tour does not run from a clone of the repository.</exception>
    public static Repository Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConcurrencyAnalyzers.sln")))
                return new Repository(folder.FullName);
        }

        throw new TourException("the tour builds the packages from source, so it has to run from a clone of the repository");
    }
}
