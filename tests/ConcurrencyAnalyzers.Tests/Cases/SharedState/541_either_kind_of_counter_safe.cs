// Whichever counter was chosen, each of the two kinds sees to itself.
namespace EitherKindOfCounterSafe;

public abstract class GateCounter
{
    public abstract void Count(int visitors);
}

public sealed class LockedGate : GateCounter
{
    private readonly object _sync = new();
    private int _visitors;

    public override void Count(int visitors)
    {
        lock (_sync)
        {
            _visitors += visitors;
        }
    }
}

public sealed class AtomicGate : GateCounter
{
    private int _visitors;

    public override void Count(int visitors) => Interlocked.Add(ref _visitors, visitors);
}

public static class FairGround
{
    public static void CountAll(int[] groups, bool isLarge)
    {
        GateCounter counter = isLarge ? new LockedGate() : new AtomicGate();
        Parallel.ForEach(groups, counter.Count);
    }
}
