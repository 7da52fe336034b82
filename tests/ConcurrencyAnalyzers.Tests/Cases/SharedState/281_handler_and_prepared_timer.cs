// The handler of the constructor gives the timer its due time, and goes on: the next notice comes while the timer's callback runs.
namespace Cases.S281;

public sealed class Mirror : IDisposable
{
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
        _changed.Add(e.FullPath); // expect: RACE#1
        _timer.Change(1000, Timeout.Infinite);
    }

    private void Upload()
    {
        foreach (var path in _changed.ToArray()) // expect: RACE#1
            Console.WriteLine(path);
        _changed.Clear(); // expect: RACE#1
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }
}

public sealed class Separate : IDisposable
{
    private readonly List<string> _changed = [];
    private readonly FileSystemWatcher _watcher;
    private readonly Timer _timer;

    public Separate(string path)
    {
        _timer = new Timer(_ => Upload(), null, Timeout.Infinite, Timeout.Infinite);
        _watcher = new FileSystemWatcher(path);
        _watcher.Changed += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    public void Start() => _timer.Change(1000, 1000);

    private void OnChanged(object sender, FileSystemEventArgs e) => _changed.Add(e.FullPath); // expect: RACE#2

    private void Upload()
    {
        foreach (var path in _changed.ToArray()) // expect: RACE#2
            Console.WriteLine(path);
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }
}
