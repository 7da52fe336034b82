// Subscribed at the end.
namespace Cases.P026;

public sealed class DropBox : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly string _target;

    public DropBox(string source, string target)
    {
        _target = Path.GetFullPath(target);
        _watcher = new FileSystemWatcher(source);
        _watcher.Created += OnCreated;
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();

    private void OnCreated(object sender, FileSystemEventArgs e) => File.Move(e.FullPath, Path.Combine(_target, e.Name!));
}
