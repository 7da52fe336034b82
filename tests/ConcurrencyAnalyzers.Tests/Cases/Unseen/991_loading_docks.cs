// A dock is claimed by CompareExchange on its own array element: the test for free and the claim are one step. difficulty: medium
namespace Cases.U991;

public sealed class LoadingDocks(int count)
{
    private readonly int[] _trucks = new int[count];

    public int TryEnter(int truck)
    {
        for (int dock = 0; dock < _trucks.Length; dock++)
        {
            if (Interlocked.CompareExchange(ref _trucks[dock], truck, 0) == 0)
            {
                return dock;
            }
        }
        return -1;
    }

    public bool Leave(int dock, int truck) =>
        Interlocked.CompareExchange(ref _trucks[dock], 0, truck) == truck;

    public static int CountTurnedAway(int docks, int trucks)
    {
        int turnedAway = 0;
        var yard = new LoadingDocks(docks);
        Parallel.For(1, trucks + 1, truck =>
        {
            int dock = yard.TryEnter(truck);
            if (dock < 0)
            {
                Interlocked.Increment(ref turnedAway);
                return;
            }
            yard.Leave(dock, truck);
        });
        return turnedAway;
    }
}
