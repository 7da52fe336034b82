// A flag that is set back, and a cache that is dropped without looking at it: one word each, whole whenever it is seen.
namespace Cases.L041;

public sealed class Catalogue
{
    private readonly object _gate = new();
    private string? _text;
    private bool _isStale;

    public void Load(string text)
    {
        lock (_gate)
        {
            _text = text;
            _isStale = false;
        }
    }

    public string? Text()
    {
        lock (_gate)
        {
            return _isStale ? null : _text;
        }
    }

    public void Touch()
    {
        lock (_gate)
        {
            _isStale = true;
        }
    }

    public void Drop() => _text = null;

    public void Keep() => _isStale = false;
}
