// A timer that nobody starts beside the handler: the handler itself gives it its due time, and it runs once then.
namespace Cases.S280;

public sealed class Mirror : IDisposable
{
    private readonly object _gate = new();
    private readonly List<string> _changed = [];
    private readonly FileSystemWatcher _watcher;
    private readonly Timer _timer;

    public Mirror(string path)
    {
        _timer = new Timer(_ => Upload(), null, Timeout.Infinite, Timeout.Infinite);
        _watcher = new FileSystemWatcher(path);
        _watcher.Changed += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        lock (_gate)
            _changed.Add(e.FullPath);
        _timer.Change(1000, Timeout.Infinite);
    }

    private void Upload()
    {
        string[] paths;
        lock (_gate)
        {
            paths = _changed.ToArray();
            _changed.Clear();
        }

        foreach (var path in paths)
            Console.WriteLine(path);
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }
}
