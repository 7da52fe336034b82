// The private helpers take no lock themselves, yet each of their callers holds it. difficulty: medium
namespace Cases.U988;

public sealed class ParcelIndex
{
    private readonly object _gate = new();
    private readonly Dictionary<string, HashSet<int>> _byCity = [];
    private int _parcels;

    public void Add(int parcel, string city)
    {
        lock (_gate)
        {
            AddCore(parcel, city);
        }
    }

    public bool Redirect(int parcel, string from, string to)
    {
        lock (_gate)
        {
            if (!RemoveCore(parcel, from))
            {
                return false;
            }
            AddCore(parcel, to);
            return true;
        }
    }

    public int CountIn(string city)
    {
        lock (_gate)
        {
            return _byCity.TryGetValue(city, out var parcels) ? parcels.Count : 0;
        }
    }

    public int Total
    {
        get
        {
            lock (_gate)
            {
                return _parcels;
            }
        }
    }

    private void AddCore(int parcel, string city)
    {
        if (!_byCity.TryGetValue(city, out var parcels))
        {
            _byCity[city] = parcels = [];
        }
        if (parcels.Add(parcel))
        {
            _parcels++;
        }
    }

    private bool RemoveCore(int parcel, string city)
    {
        if (!_byCity.TryGetValue(city, out var parcels) || !parcels.Remove(parcel))
        {
            return false;
        }
        _parcels--;
        return true;
    }
}
