// The bytes sent for each tenant are added up while requests are served and billed once a period. difficulty: hard
using System.Runtime.InteropServices;

namespace Cases.U1667;

public sealed class UsageMeter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _bytes = [];

    public ref long Of(string tenant)
    {
        lock (_gate)
        {
            return ref CollectionsMarshal.GetValueRefOrAddDefault(_bytes, tenant, out _); // expect: ESCAPES_LOCK#1
        }
    }

    public KeyValuePair<string, long>[] TakeAll()
    {
        lock (_gate)
        {
            var usage = _bytes.ToArray();
            _bytes.Clear();
            return usage;
        }
    }
}

public sealed class Proxy(UsageMeter meter, Func<string, Task<byte[]>> fetch)
{
    public async Task<byte[]> ServeAsync(string tenant, string path)
    {
        var body = await fetch(path);
        Charge(tenant, body.Length);
        return body;
    }

    private void Charge(string tenant, int bytes)
    {
        meter.Of(tenant) += bytes; // expect: ESCAPES_LOCK#1, RACE?, INCONSISTENT_LOCK?, NON_ATOMIC?
    }
}

static class Program
{
    static async Task Main()
    {
        var meter = new UsageMeter();
        var proxy = new Proxy(meter, async path =>
        {
            await Task.Delay(1);
            return new byte[path.Length];
        });
        using var billing = new Timer(_ =>
        {
            foreach (var (tenant, bytes) in meter.TakeAll())
            {
                Console.WriteLine($"{tenant}: {bytes}");
            }
        }, null, 20, 20);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => proxy.ServeAsync($"tenant{i % 9}", $"/item/{i}"))));
    }
}
