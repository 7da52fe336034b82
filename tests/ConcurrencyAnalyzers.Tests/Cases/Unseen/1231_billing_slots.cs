using System.Runtime.InteropServices;

namespace Blind.C1231;

public sealed class TenantUsage
{
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _units = new();

    public void Charge(string tenant, long units)
    {
        ref var slot = ref Slot(tenant); // expect: ESCAPES_LOCK?, RACE?
        slot += units; // expect: ESCAPES_LOCK#1
    }

    public Dictionary<string, long> Close()
    {
        lock (_gate)
        {
            var copy = new Dictionary<string, long>(_units);
            _units.Clear();
            return copy;
        }
    }

    private ref long Slot(string tenant)
    {
        lock (_gate)
        {
            return ref CollectionsMarshal.GetValueRefOrAddDefault(_units, tenant, out _); // expect: ESCAPES_LOCK#1
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var usage = new TenantUsage();
        var workers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                usage.Charge("tenant-" + i % 3, w + 1);
                await Task.Yield();
            }
        })).ToList();

        var half = usage.Close();
        await Task.WhenAll(workers);
        Console.WriteLine(half.Values.Sum() + usage.Close().Values.Sum());
    }
}
