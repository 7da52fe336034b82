// FileSystemWatcher raises its events on pool threads while the timer drains the same HashSet on another pool thread. difficulty: medium
namespace Cases.U825;

public sealed class AssetWatcher : IDisposable
{
    private readonly HashSet<string> _dirty = new(StringComparer.OrdinalIgnoreCase);
    private readonly FileSystemWatcher _watcher;
    private readonly Action<IReadOnlyList<string>> _rebuild;
    private Timer? _flush;

    public AssetWatcher(string root, Action<IReadOnlyList<string>> rebuild)
    {
        _rebuild = rebuild;
        _watcher = new FileSystemWatcher(root, "*.asset") { IncludeSubdirectories = true };
        _watcher.Changed += OnTouched;
        _watcher.Created += OnTouched;
    }

    public void Start()
    {
        _flush = new Timer(_ => Flush(), null, 500, 500);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        if (_flush != null)
        {
            using var drained = new ManualResetEvent(false);
            if (_flush.Dispose(drained))
            {
                drained.WaitOne();
            }
        }
    }

    private void OnTouched(object sender, FileSystemEventArgs e)
    {
        if (!e.Name!.EndsWith(".tmp.asset", StringComparison.OrdinalIgnoreCase))
        {
            _dirty.Add(e.FullPath); // expect: RACE#1
        }
    }

    private void Flush()
    {
        if (_dirty.Count == 0) // expect: RACE#1
        {
            return;
        }
        var batch = _dirty.Order().ToList(); // expect: RACE#1
        _dirty.Clear(); // expect: RACE#1
        _rebuild(batch);
    }
}
