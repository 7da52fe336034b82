// Several inlets fill one reservoir, which refuses water above its capacity.
namespace Cases.U1565;

public sealed class Reservoir(long capacity)
{
    private long _litres;
    private long _refused;

    public long Litres => Interlocked.Read(ref _litres);

    public long Refused => Interlocked.Read(ref _refused);

    public bool TryFill(long amount)
    {
        long level = Interlocked.Read(ref _litres); // expect: NON_ATOMIC?
        if (level + amount > capacity)
        {
            Interlocked.Add(ref _refused, amount);
            return false;
        }
        Interlocked.Exchange(ref _litres, level + amount); // expect: NON_ATOMIC, RACE?
        return true;
    }
}

public sealed class Inlet(string name, Reservoir reservoir)
{
    public string Name => name;

    public int Pump(IEnumerable<long> strokes)
    {
        int accepted = 0;
        foreach (long stroke in strokes)
        {
            if (reservoir.TryFill(stroke))
            {
                accepted++;
            }
        }
        return accepted;
    }
}

public static class WaterWorks
{
    public static long Simulate(int inlets, int strokes)
    {
        var reservoir = new Reservoir(10_000);
        var threads = new List<Thread>();
        for (int i = 0; i < inlets; i++)
        {
            var inlet = new Inlet($"inlet {i}", reservoir);
            var thread = new Thread(() => inlet.Pump(Enumerable.Repeat(5L, strokes)));
            threads.Add(thread);
            thread.Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return reservoir.Litres + reservoir.Refused;
    }
}
