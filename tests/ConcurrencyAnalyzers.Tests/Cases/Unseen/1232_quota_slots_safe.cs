using System.Runtime.InteropServices;

namespace Blind.C1232;

public sealed class TenantCharges
{
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _units = new();
    private readonly long[] _perHour = new long[24];

    public void Charge(string tenant, int hour, long units)
    {
        lock (_gate)
        {
            ref var slot = ref Slot(tenant);
            slot += units;
        }

        ref var total = ref _perHour[hour];
        Interlocked.Add(ref total, units);
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

    public long Hour(int hour) => Interlocked.Read(ref _perHour[hour]);

    private ref long Slot(string tenant) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(_units, tenant, out _);
}

public static class Program
{
    public static async Task Main()
    {
        var charges = new TenantCharges();
        var workers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                charges.Charge("tenant-" + i % 3, i % 24, w + 1);
                await Task.Yield();
            }
        })).ToList();

        var half = charges.Close();
        await Task.WhenAll(workers);
        Console.WriteLine(half.Values.Sum() + charges.Close().Values.Sum() + charges.Hour(3));
    }
}
