// The check is made outside only: who waited for the lock makes a second one.
namespace Cases.P007;

public sealed class Telescope
{
    private readonly object _gate = new();
    private Dictionary<string, double>? _catalog;

    public double Magnitude(string star)
    {
        if (_catalog == null) // expect: LAZY_INIT#1
        {
            lock (_gate)
            {
                _catalog = new Dictionary<string, double>(); // expect: LAZY_INIT#1
            }
        }

        lock (_gate)
        {
            return _catalog.TryGetValue(star, out var magnitude) ? magnitude : double.NaN;
        }
    }

    public void Note(string star, double magnitude)
    {
        lock (_gate)
        {
            (_catalog ??= new Dictionary<string, double>())[star] = magnitude;
        }
    }
}
