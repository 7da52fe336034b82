// GetOrAdd may run the factory twice, but what it makes is only a Lazy; one Lazy wins and its value is created once. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U644;

public sealed class RegionPool(string region)
{
    private static int s_created;
    private int _rented;

    public int Number { get; } = Interlocked.Increment(ref s_created);

    public string Region { get; } = region;

    public string Rent() => $"{Region}-{Number}-{Interlocked.Increment(ref _rented)}";
}

public sealed class PoolDirectory
{
    private readonly ConcurrentDictionary<string, Lazy<RegionPool>> _pools = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _owners = new(StringComparer.Ordinal);

    public RegionPool For(string region) =>
        _pools.GetOrAdd(region, static name => new Lazy<RegionPool>(() => new RegionPool(name))).Value;

    public bool TryClaim(string lease, string owner)
    {
        if (_owners.TryAdd(lease, owner))
        {
            return true;
        }
        return _owners.TryGetValue(lease, out var holder) && holder == owner;
    }

    public bool TryRelease(string lease, string owner) =>
        _owners.TryRemove(KeyValuePair.Create(lease, owner));
}

public static class LeaseRun
{
    public static int Claim(PoolDirectory pools, IEnumerable<string> regions)
    {
        int claimed = 0;
        Parallel.ForEach(regions, region =>
        {
            var lease = pools.For(region).Rent();
            if (pools.TryClaim(lease, region))
            {
                Interlocked.Increment(ref claimed);
            }
        });
        return claimed;
    }
}
