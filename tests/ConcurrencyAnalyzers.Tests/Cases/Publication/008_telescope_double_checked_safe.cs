// The canonical double check, right on .NET even without volatile.
namespace Cases.P008;

public sealed class Telescope
{
    private readonly object _gate = new();
    private Dictionary<string, double>? _catalog;

    public double Magnitude(string star)
    {
        if (_catalog == null)
        {
            lock (_gate)
            {
                if (_catalog == null)
                {
                    var catalog = new Dictionary<string, double>();
                    catalog["Vega"] = 0.03;
                    catalog["Sirius"] = -1.46;
                    _catalog = catalog;
                }
            }
        }

        return _catalog.TryGetValue(star, out var magnitude) ? magnitude : double.NaN;
    }
}
