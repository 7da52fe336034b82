// Double-checked locking done right: the field is volatile and gets the table only after it is complete. difficulty: medium
namespace Cases.U733;

public sealed class ShippingZones(Func<IEnumerable<(string Prefix, int Zone)>> readZones)
{
    private readonly object _gate = new();
    private volatile SortedList<string, int>? _zones;

    public int ZoneOf(string postcode)
    {
        var zones = Zones();
        for (int length = postcode.Length; length > 0; length--)
        {
            if (zones.TryGetValue(postcode[..length], out int zone))
            {
                return zone;
            }
        }
        return -1;
    }

    public int[] ZonesOf(string[] postcodes) =>
        postcodes.AsParallel().AsOrdered().Select(ZoneOf).ToArray();

    private SortedList<string, int> Zones()
    {
        var zones = _zones;
        if (zones != null)
        {
            return zones;
        }

        lock (_gate)
        {
            zones = _zones;
            if (zones == null)
            {
                zones = new SortedList<string, int>(StringComparer.Ordinal);
                foreach (var (prefix, zone) in readZones())
                {
                    zones[prefix] = zone;
                }
                _zones = zones;
            }
            return zones;
        }
    }
}
