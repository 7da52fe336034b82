// File events come on pool threads, possibly before the target folder is known.
namespace Cases.P025;

public sealed class DropBox : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly string _target;

    public DropBox(string source, string target)
    {
        _watcher = new FileSystemWatcher(source) { EnableRaisingEvents = true };
        _watcher.Created += OnCreated; // expect: LAZY_INIT?
        _target = Path.GetFullPath(target); // expect: RACE#1
    }

    public void Dispose() => _watcher.Dispose();

    private void OnCreated(object sender, FileSystemEventArgs e) => File.Move(e.FullPath, Path.Combine(_target, e.Name!)); // expect: RACE#1
}
