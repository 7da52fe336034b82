// FileSystemWatcher raises its events on pool threads: the handler adds to the list that the owner copies and clears. difficulty: hard
namespace Cases.U971;

public sealed class ConfigWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly List<string> _changed = [];

    public ConfigWatcher(string folder)
    {
        _watcher = new FileSystemWatcher(folder, "*.json");
        _watcher.Changed += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    public string[] TakeChanged()
    {
        var taken = _changed.ToArray(); // expect: RACE#1
        _changed.Clear(); // expect: RACE#1
        return taken;
    }

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        if (!_changed.Contains(e.FullPath)) // expect: RACE#1
        {
            _changed.Add(e.FullPath); // expect: RACE#1
        }
    }

    public void Dispose() => _watcher.Dispose();
}
