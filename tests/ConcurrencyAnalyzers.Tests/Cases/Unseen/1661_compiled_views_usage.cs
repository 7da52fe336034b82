// Compiled views are looked up under a read lock; the least used ones are dropped under the write lock. difficulty: hard
// Blind: what lies in a collection under a read lock has no guard of its own.
namespace Cases.U1661;

public sealed class CompiledView(string name, Func<object, string> render)
{
    public string Name { get; } = name;
    public long LastUsed { get; private set; }
    public int Uses { get; private set; }

    public string Render(object model) => render(model);

    public void MarkUsed()
    {
        Uses++; // blind: RACE#1
        LastUsed = Environment.TickCount64; // expect: RACE?, INCONSISTENT_LOCK?
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
                known.MarkUsed(); // blind: RACE#1
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
