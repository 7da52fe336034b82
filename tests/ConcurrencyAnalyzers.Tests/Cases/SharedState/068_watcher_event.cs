// FileSystemWatcher raises its events on pool threads, the caller reads and clears the same list.
namespace Cases.S068;

public sealed class DropFolder : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly List<string> _arrived = [];

    public DropFolder(string path)
    {
        _watcher = new FileSystemWatcher(path);
        _watcher.Created += OnCreated;
        _watcher.EnableRaisingEvents = true;
    }

    public string[] Take()
    {
        var all = _arrived.ToArray(); // expect: RACE
        _arrived.Clear(); // expect: RACE
        return all;
    }

    public void Dispose() => _watcher.Dispose();

    private void OnCreated(object sender, FileSystemEventArgs e) => _arrived.Add(e.FullPath); // expect: RACE
}
