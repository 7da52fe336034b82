// Taken and put aside in one step; or what is set back was only held against a limit; or only what was missing is made.
namespace Cases.A517;

public sealed class ParcelBatch(Action<List<string>> send)
{
    private readonly object _gate = new();
    private List<string>? _parcels;

    public void Add(string parcel)
    {
        lock (_gate)
        {
            _parcels ??= [];
            _parcels.Add(parcel);
        }
    }

    public void Flush()
    {
        List<string>? parcels;
        lock (_gate)
        {
            parcels = _parcels;
            _parcels = null;
        }

        if (parcels is not null)
            send(parcels);
    }

    public void Begin()
    {
        lock (_gate)
        {
            if (_parcels is not null)
                return;
        }

        Thread.Sleep(1);
        lock (_gate)
        {
            _parcels ??= [];
        }
    }

    public void Restart()
    {
        lock (_gate)
        {
            _parcels = [];
        }
    }
}

public sealed class Breaker(Action<int> log)
{
    private int _failures;

    public void Fail() => Interlocked.Increment(ref _failures);

    public void Look()
    {
        var failures = Volatile.Read(ref _failures);
        if (failures >= 5)
        {
            log(failures);
            Interlocked.Exchange(ref _failures, 0);
        }
    }
}
