// Compiled views are looked up under a read lock; the least used ones are dropped under the write lock. difficulty: hard
namespace Cases.U1662;

public sealed class CompiledView(string name, Func<object, string> render)
{
    private long _lastUsed;
    private int _uses;

    public string Name { get; } = name;
    public long LastUsed => Volatile.Read(ref _lastUsed);
    public int Uses => Volatile.Read(ref _uses);

    public string Render(object model) => render(model);

    public void MarkUsed()
    {
        Interlocked.Increment(ref _uses);
        Volatile.Write(ref _lastUsed, Environment.TickCount64);
    }
}

public sealed class ViewCache(Func<string, Func<object, string>> compile, int capacity)
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, CompiledView> _views = [];

    public CompiledView Get(string name)
    {
        _rw.EnterReadLock();
        try
        {
            if (_views.TryGetValue(name, out var known))
            {
                known.MarkUsed();
                return known;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        _rw.EnterWriteLock();
        try
        {
            if (!_views.TryGetValue(name, out var view))
            {
                DropLeastUsed();
                view = new CompiledView(name, compile(name));
                _views.Add(name, view);
            }
            view.MarkUsed();
            return view;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    private void DropLeastUsed()
    {
        while (_views.Count >= capacity)
        {
            var victim = _views.Values.OrderBy(view => view.Uses).ThenBy(view => view.LastUsed).First();
            _views.Remove(victim.Name);
        }
    }
}

public sealed class PageServer(ViewCache views)
{
    public Task<string[]> RenderAllAsync(IEnumerable<string> names, object model) =>
        Task.WhenAll(names.Select(name => Task.Run(() => views.Get(name).Render(model))));
}
