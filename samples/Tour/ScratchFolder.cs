namespace Tour;

/// <summary>A folder of its own under the system's temporary files, gone when the tour ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("concurrency-tour-").FullName;

    /// <summary>Copies the sources and projects of a folder, without what builds have left there.</summary>
    public void CopyFolder(string from, string to)
    {
        var target = Directory.CreateDirectory(Path.Combine(Root, to)).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            var name = Path.GetFileName(folder);
            if (name is not ("bin" or "obj"))
                CopyFolder(folder, Path.Combine(to, name));
        }
    }

    public string Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A compiler server may still hold a file; the system cleans its temporary folder in its own time.
        }
    }
}
