// Several trucks unload into one silo, which refuses grain above its capacity.
namespace Cases.U1595;

public sealed class GrainSilo(long capacity)
{
    private long _kilos;
    private long _refused;

    public long Kilos => Interlocked.Read(ref _kilos);

    public long Refused => Interlocked.Read(ref _refused);

    public bool TryUnload(long amount)
    {
        while (true)
        {
            long level = Interlocked.Read(ref _kilos);
            if (level + amount > capacity)
            {
                Interlocked.Add(ref _refused, amount);
                return false;
            }
            if (Interlocked.CompareExchange(ref _kilos, level + amount, level) == level)
            {
                return true;
            }
            Thread.SpinWait(8);
        }
    }
}

public sealed class Truck(string plate, GrainSilo silo)
{
    public string Plate => plate;

    public int Unload(IEnumerable<long> loads)
    {
        int accepted = 0;
        foreach (long load in loads)
        {
            if (silo.TryUnload(load))
            {
                accepted++;
            }
        }
        return accepted;
    }
}

public static class Harvest
{
    public static long Simulate(int trucks, int loads)
    {
        var silo = new GrainSilo(50_000);
        var threads = new List<Thread>();
        for (int i = 0; i < trucks; i++)
        {
            var truck = new Truck($"AG {i}", silo);
            var thread = new Thread(() => truck.Unload(Enumerable.Repeat(250L, loads)));
            threads.Add(thread);
            thread.Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return silo.Kilos + silo.Refused;
    }
}
