// The nearest safe twins: one lock for handler and timer; a timer that runs once and starts itself again at its end.
namespace Cases.S234;

public sealed class Mirror : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _changed = [];
    private readonly FileSystemWatcher _watcher;
    private Timer? _timer;

    public Mirror(string path)
    {
        _watcher = new FileSystemWatcher(path);
        _watcher.Changed += OnChanged;
    }

    public void Start()
    {
        _watcher.EnableRaisingEvents = true;
        _timer = new Timer(_ => Upload(), null, 1000, 1000);
    }

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        lock (_gate)
        {
            _changed.Add(e.FullPath);
        }
    }

    private void Upload()
    {
        string[] paths;
        lock (_gate)
        {
            paths = [.. _changed];
            _changed.Clear();
        }
        foreach (var path in paths)
        {
            Console.WriteLine(path);
        }
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer?.Dispose();
    }
}

public sealed class Poller : IDisposable
{
    private readonly List<string> _found = [];
    private readonly Timer _timer;

    public Poller() => _timer = new Timer(Poll, null, Timeout.Infinite, Timeout.Infinite);

    public void Start() => _timer.Change(0, Timeout.Infinite);

    private void Poll(object? state)
    {
        Thread.Sleep(400);
        _found.Add(DateTime.UtcNow.ToString());
        _timer.Change(500, Timeout.Infinite);
    }

    public void Dispose() => _timer.Dispose();
}
