// The count is taken and set to zero in one step. A warning that was given often enough may start again, however many came meanwhile.
namespace TakenInOneStepSafe;

public sealed class ParkMeter(Action<int> bill, Action<int> warn)
{
    private int _minutes;
    private int _overruns;

    public void Tick() => Interlocked.Increment(ref _minutes);

    public bool Settle()
    {
        int minutes = Interlocked.Exchange(ref _minutes, 0);
        if (minutes == 0)
        {
            return false;
        }

        bill(minutes);
        return true;
    }

    public void Overrun()
    {
        Interlocked.Increment(ref _overruns);
        int overruns = Volatile.Read(ref _overruns);
        if (overruns > 100)
        {
            warn(overruns);
            Volatile.Write(ref _overruns, 0);
        }
    }
}
