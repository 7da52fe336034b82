// Interlocked counts, but the value is reset and read back with plain operations.
namespace Cases.S014;

public sealed class RadioListeners
{
    private int _listening;
    private int _peak;

    public void Join()
    {
        int now = Interlocked.Increment(ref _listening);
        if (now > _peak) // expect: RACE#1
        {
            _peak = now; // expect: RACE#1
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
        return _peak;
    }
}
