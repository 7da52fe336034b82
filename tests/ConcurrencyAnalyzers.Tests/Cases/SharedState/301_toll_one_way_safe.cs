// The nearest safe twins: every change is one atomic step; every change is under the lock, and only who reads is outside.
namespace Cases.S301;

public sealed class TollGate
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _byLane = [];
    private long _cents;
    private long _cars;

    public void Pay(string lane, int cents)
    {
        lock (_gate)
        {
            _byLane[lane] = _byLane.GetValueOrDefault(lane) + 1;
            Interlocked.Add(ref _cents, cents);
            _cars++;
        }
    }

    public void PayByCard(int cents) => Interlocked.Add(ref _cents, cents);

    public long Cars => Interlocked.Read(ref _cars);

    public (long Cents, long Cars, int Lanes) Close()
    {
        lock (_gate)
        {
            var cars = _cars;
            _cars = 0;
            return (Interlocked.Exchange(ref _cents, 0), cars, _byLane.Count);
        }
    }
}
