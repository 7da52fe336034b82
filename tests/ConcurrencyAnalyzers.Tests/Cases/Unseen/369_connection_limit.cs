// Each access is atomic, but the check and the increment are two steps: more connections than allowed get in. difficulty: medium
namespace Cases.U369;

public sealed class ConnectionLimit(int limit)
{
    private int _active;

    public bool TryEnter()
    {
        if (Volatile.Read(ref _active) >= limit) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        {
            return false;
        }
        Interlocked.Increment(ref _active); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        return true;
    }

    public void Leave() => Interlocked.Decrement(ref _active);

    public static int CountAdmitted(int limit, int clients)
    {
        var gate = new ConnectionLimit(limit);
        int admitted = 0;
        Parallel.For(0, clients, _ =>
        {
            if (gate.TryEnter())
            {
                Interlocked.Increment(ref admitted);
            }
        });
        return admitted;
    }
}
