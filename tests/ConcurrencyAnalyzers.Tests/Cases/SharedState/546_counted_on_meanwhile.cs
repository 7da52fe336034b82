// The count is sent, and then set to zero: what was counted while it was being sent is lost.
namespace CountedOnMeanwhile;

public sealed class ParkMeter(Action<int> bill)
{
    private int _minutes;

    public void Tick() => Interlocked.Increment(ref _minutes);

    public bool Settle()
    {
        int minutes = Volatile.Read(ref _minutes);
        if (minutes == 0)
        {
            return false;
        }

        bill(minutes);
        Volatile.Write(ref _minutes, 0); // expect: NON_ATOMIC
        return true;
    }
}
