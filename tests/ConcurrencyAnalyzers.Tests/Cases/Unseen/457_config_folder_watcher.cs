// The watcher raises its events on pool threads: they add to the set while the main loop copies and clears it. difficulty: medium
namespace Cases.U457;

public sealed class ConfigFolder : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly HashSet<string> _changed = new(StringComparer.OrdinalIgnoreCase);

    public ConfigFolder(string folder)
    {
        _watcher = new FileSystemWatcher(folder, "*.json") { NotifyFilter = NotifyFilters.LastWrite };
        _watcher.Changed += OnChanged;
        _watcher.Created += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    public string[] TakeChanges()
    {
        string[] changes = _changed.ToArray(); // expect: RACE#1
        _changed.Clear(); // expect: RACE#1
        return changes;
    }

    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs change)
    {
        _changed.Add(change.FullPath); // expect: RACE#1
    }
}
