// Dispose takes a lock so that it runs once; what it clears there is guarded by another, or by none.
namespace Cases.L039;

public sealed class Album : IDisposable
{
    private readonly object _disposeGate = new();
    private readonly object _gate = new();
    private readonly List<string> _pictures = new();
    private readonly List<string> _titles = new();
    private bool _isDisposed;

    public void Add(string picture)
    {
        lock (_gate)
        {
            _pictures.Add(picture);
        }
    }

    public string[] All()
    {
        lock (_gate)
        {
            return _pictures.ToArray();
        }
    }

    /// <summary>For the thread that builds the album, before anyone else sees it.</summary>
    public void Title(string title) => _titles.Add(title);

    public void Dispose()
    {
        lock (_disposeGate)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            _pictures.Clear();
            _titles.Clear();
        }
    }
}
