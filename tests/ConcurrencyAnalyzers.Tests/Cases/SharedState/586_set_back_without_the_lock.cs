// Counted under the lock by one member, set back without it by another: who is counting stores what he had counted before.
namespace Cases.S586;

public sealed class MeanTemperature
{
    private readonly object _gate = new();
    private int _count;
    private double _sum;

    public void Add(double degrees)
    {
        lock (_gate)
        {
            _count++;
            _sum += degrees;
        }
    }

    public void Reset()
    {
        _count = 0; // expect: INCONSISTENT_LOCK
        _sum = 0; // expect: INCONSISTENT_LOCK
    }
}
