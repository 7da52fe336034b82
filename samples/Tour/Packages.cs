using System.IO.Compression;

namespace Tour;

/// <summary>Builds the packages from source into a folder feed of the scratch folder.</summary>
internal sealed class Packages(DotNet dotnet, Repository repository, ScratchFolder scratch)
{
    public string Feed { get; } = Path.Combine(scratch.Root, "feed");

    /// <exception cref="TourException">The packages do not build.</exception>
    public async Task PackAsync(params IEnumerable<string> projects)
    {
        foreach (var project in projects)
        {
            var packed = await dotnet.RunAsync($"dotnet pack src/{project}", repository.Source(project),
                "pack", "--configuration", "Release", "--output", Feed, "-nodeReuse:false", "-verbosity:quiet");
            if (!packed.Succeeded)
                throw new TourException($"src/{project} does not build:\n  {string.Join("\n  ", packed.Complaint())}");
        }
    }

    /// <summary>The version that was packed.</summary>
    public string Version(string package) =>
        Path.GetFileNameWithoutExtension(PackageFile(package))[(package.Length + 1)..];

    /// <summary>Unpacks a package and returns its folder.</summary>
    public string Unpack(string package)
    {
        var folder = Path.Combine(scratch.Root, "unpacked", package);
        ZipFile.ExtractToDirectory(PackageFile(package), folder);
        return folder;
    }

    private string PackageFile(string package) =>
        Directory.EnumerateFiles(Feed, package + ".*.nupkg")
            .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[package.Length + 1]));
}
