// Set back under the lock; or where the end has come; or by who makes the object.
namespace Cases.S587;

public sealed class MeanPressure : IDisposable
{
    private readonly object _gate = new();
    private int _count;
    private int _open;
    private bool _known;

    public MeanPressure() => _count = 0;

    public void Add()
    {
        lock (_gate)
        {
            _count++;
            _open++;
            _known = true;
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _count = 0;
        }
    }

    public void Forget() => _known = false;

    public void Dispose() => _open = 0;
}
