// One part of the class guards the fields; the other, a pool callback registered on an event, resets them without the lock. difficulty: medium
namespace Cases.U473;

public sealed partial class TollGate
{
    private readonly object _sync = new();
    private readonly List<string> _plates = [];
    private decimal _takings;

    public void Pass(string plate, decimal toll)
    {
        lock (_sync)
        {
            _plates.Add(plate);
            _takings += toll;
        }
    }

    public decimal Takings
    {
        get
        {
            lock (_sync)
            {
                return _takings;
            }
        }
    }
}

public sealed partial class TollGate : IDisposable
{
    private readonly RegisteredWaitHandle _registration;

    public TollGate(WaitHandle shiftEnds)
    {
        _registration = ThreadPool.RegisterWaitForSingleObject(
            shiftEnds,
            (_, timedOut) => EndShift(timedOut),
            null,
            TimeSpan.FromHours(8),
            executeOnlyOnce: false);
    }

    public void Dispose() => _registration.Unregister(null);

    private void EndShift(bool timedOut)
    {
        if (timedOut)
        {
            return;
        }
        _plates.Clear(); // expect: INCONSISTENT_LOCK, RACE?
        _takings = 0m; // expect: INCONSISTENT_LOCK, RACE?
    }
}
