// Filled in a local; or filled in its field, but nobody gets at it past the lock.
namespace Cases.Publication.S126;

public sealed class StreetIndex(Func<IEnumerable<(string Street, int Zip)>> load)
{
    private readonly Lock _gate = new();
    private SortedDictionary<string, int>? _zips;
    private SortedDictionary<int, string>? _streets;

    public SortedDictionary<string, int> Zips
    {
        get
        {
            if (_zips is null)
            {
                lock (_gate)
                {
                    if (_zips is null)
                    {
                        SortedDictionary<string, int> zips = new();
                        foreach (var (street, zip) in load())
                        {
                            zips.Add(street, zip);
                        }
                        _zips = zips;
                    }
                }
            }
            return _zips;
        }
    }

    public SortedDictionary<int, string> Streets
    {
        get
        {
            lock (_gate)
            {
                if (_streets is null)
                {
                    _streets = new();
                    foreach (var (street, zip) in load())
                    {
                        _streets.Add(zip, street);
                    }
                }
            }
            return _streets;
        }
    }
}
