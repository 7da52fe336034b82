// A lock does not keep out who changes the number in one atomic step without it: the update in steps loses that change.
namespace Cases.S300;

public sealed class TollGate
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _byLane = [];
    private long _cents;

    public void Pay(string lane, int cents)
    {
        lock (_gate)
        {
            _byLane[lane] = _byLane.GetValueOrDefault(lane) + 1;
            _cents += cents; // expect: INCONSISTENT_LOCK
        }
    }

    public void PayByCard(int cents) => Interlocked.Add(ref _cents, cents);

    public (long Cents, int Lanes) Close()
    {
        lock (_gate)
        {
            return (_cents, _byLane.Count);
        }
    }
}
