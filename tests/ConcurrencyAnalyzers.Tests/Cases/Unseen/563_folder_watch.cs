// FileSystemWatcher raises its events on pool threads; TakeChanged empties the same set on the caller's thread. difficulty: hard
namespace Cases.U563;

public sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly HashSet<string> _changed = new(StringComparer.OrdinalIgnoreCase);

    public FolderWatch(string folder)
    {
        _watcher = new FileSystemWatcher(folder);
        _watcher.Changed += OnChanged;
        _watcher.Created += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    public List<string> TakeChanged()
    {
        var taken = _changed.ToList(); // expect: RACE#1
        _changed.Clear(); // expect: RACE#1
        return taken;
    }

    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        _changed.Add(e.FullPath); // expect: RACE#1
    }
}
