// The watcher is told to raise events last of all.
namespace Cases.F075;

public sealed class Watch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly Dictionary<string, DateTime> _changes = new();

    public Watch(string folder)
    {
        _watcher = new FileSystemWatcher(folder);
        _watcher.Changed += OnChanged;
        foreach (var file in Directory.GetFiles(folder))
            _changes[file] = File.GetLastWriteTimeUtc(file);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs e) => _changes[e.FullPath] = DateTime.UtcNow;
}
