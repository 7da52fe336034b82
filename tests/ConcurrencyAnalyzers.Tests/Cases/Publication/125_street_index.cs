// The table is in its field before it is filled; who finds it there does not wait for the lock.
namespace Cases.Publication.S125;

public sealed class StreetIndex(Func<IEnumerable<(string Street, int Zip)>> load)
{
    private readonly Lock _gate = new();
    private SortedDictionary<string, int>? _zips;

    public SortedDictionary<string, int> Zips
    {
        get
        {
            if (_zips is null) // expect: LAZY_INIT#1
            {
                lock (_gate)
                {
                    if (_zips is null)
                    {
                        _zips = new(); // expect: LAZY_INIT#1
                        foreach (var (street, zip) in load())
                        {
                            _zips.Add(street, zip); // expect: LAZY_INIT?
                        }
                    }
                }
            }
            return _zips;
        }
    }
}
