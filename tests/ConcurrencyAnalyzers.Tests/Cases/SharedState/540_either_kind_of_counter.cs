// A method of whichever counter was chosen is handed to a parallel loop; one of the two kinds has no lock.
namespace EitherKindOfCounter;

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

public sealed class BareGate : GateCounter
{
    private int _visitors;

    public override void Count(int visitors)
    {
        _visitors += visitors; // expect: RACE
    }
}

public static class FairGround
{
    public static void CountAll(int[] groups, bool isLarge)
    {
        GateCounter counter = isLarge ? new LockedGate() : new BareGate();
        Parallel.ForEach(groups, counter.Count);
    }
}
