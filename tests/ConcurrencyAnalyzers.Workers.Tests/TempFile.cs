namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>A path that nothing else uses, removed at the end.</summary>
internal sealed class TempFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "cwt-" + Guid.NewGuid().ToString("N"));

    public bool HasText => File.Exists(Path) && new FileInfo(Path).Length > 0;

    public Task WrittenAsync() => Wait.UntilAsync(() => HasText, "the job to start");

    public void Dispose() => File.Delete(Path);
}

/// <summary>A folder that nothing else uses, removed at the end.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cwt-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
