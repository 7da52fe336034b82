// Queries are materialised under the lock, or run lazily over an array that was copied under it. difficulty: medium
namespace Cases.U658;

public sealed record Parcel(string Code, string Depot, int Grams, DateTime Arrived);

public sealed class ParcelStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Parcel> _parcels = new(StringComparer.Ordinal);

    public void Arrive(Parcel parcel)
    {
        lock (_gate)
        {
            _parcels[parcel.Code] = parcel;
        }
    }

    public bool Dispatch(string code)
    {
        lock (_gate)
        {
            return _parcels.Remove(code);
        }
    }

    public IReadOnlyList<string> Depots()
    {
        lock (_gate)
        {
            return _parcels.Values.Select(parcel => parcel.Depot).Distinct().ToList();
        }
    }

    public IEnumerable<Parcel> WaitingSince(DateTime limit)
    {
        Parcel[] snapshot;
        lock (_gate)
        {
            snapshot = _parcels.Values.ToArray();
        }
        return snapshot.Where(parcel => parcel.Arrived < limit).OrderBy(parcel => parcel.Arrived);
    }

    public IEnumerable<string> Labels()
    {
        foreach (var parcel in Snapshot())
        {
            yield return $"{parcel.Code} {parcel.Grams} g";
        }
    }

    private List<Parcel> Snapshot()
    {
        lock (_gate)
        {
            return [.. _parcels.Values];
        }
    }
}

public static class DepotShift
{
    public static int Work(ParcelStore store, IEnumerable<Parcel> arrivals, DateTime limit)
    {
        int late = 0;
        Parallel.ForEach(arrivals, parcel =>
        {
            store.Arrive(parcel);
            if (store.WaitingSince(limit).Any())
            {
                Interlocked.Increment(ref late);
            }
        });
        return late;
    }
}
