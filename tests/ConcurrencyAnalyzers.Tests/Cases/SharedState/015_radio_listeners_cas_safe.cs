// The peak moves only by compare-and-swap.
namespace Cases.S015;

public sealed class RadioListeners
{
    private int _listening;
    private int _peak;

    public void Join()
    {
        int now = Interlocked.Increment(ref _listening);
        int seen = Volatile.Read(ref _peak);
        while (now > seen)
        {
            int was = Interlocked.CompareExchange(ref _peak, now, seen);
            if (was == seen)
            {
                break;
            }

            seen = was;
        }
    }

    public void Leave() => Interlocked.Decrement(ref _listening);

    public int Simulate(int clients)
    {
        Parallel.For(0, clients, _ =>
        {
            Join();
            Leave();
        });
        return Volatile.Read(ref _peak);
    }
}
