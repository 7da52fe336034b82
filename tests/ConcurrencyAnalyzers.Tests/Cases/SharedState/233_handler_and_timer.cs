// A handler from the constructor and a timer that another member starts run side by side; and a timer that is given
// its period later overlaps with itself.
namespace Cases.S233;

public sealed class Mirror : IDisposable
{
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

    private void OnChanged(object sender, FileSystemEventArgs e) => _changed.Add(e.FullPath); // expect: RACE

    private void Upload()
    {
        foreach (var path in _changed) // expect: RACE
        {
            Console.WriteLine(path);
        }
        _changed.Clear(); // expect: RACE
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

    public void Start() => _timer.Change(0, 500);

    private void Poll(object? state)
    {
        Thread.Sleep(400);
        _found.Add(DateTime.UtcNow.ToString()); // expect: RACE
    }

    public void Dispose() => _timer.Dispose();
}
