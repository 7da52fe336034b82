// The factory changes a plain static counter, but the default Lazy<T> runs it once under its own lock, and readers ask for Value first. difficulty: hard
namespace Cases.U426;

public static class TimeZoneTable
{
    private static int s_loads;
    private static string? s_loadedBy;

    private static readonly Lazy<Dictionary<string, TimeSpan>> Offsets = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    public static string Describe()
    {
        int zones = Offsets.Value.Count;
        return $"{zones} zones, {s_loads} loads by {s_loadedBy}";
    }

    public static TimeSpan[] Resolve(string[] zones)
    {
        var offsets = new TimeSpan[zones.Length];
        Parallel.For(0, zones.Length, i => offsets[i] = Offsets.Value.GetValueOrDefault(zones[i]));
        return offsets;
    }

    private static Dictionary<string, TimeSpan> Load()
    {
        s_loads++;
        s_loadedBy = Thread.CurrentThread.Name ?? "pool";
        return new Dictionary<string, TimeSpan>
        {
            ["UTC"] = TimeSpan.Zero,
            ["CET"] = TimeSpan.FromHours(1),
            ["IST"] = TimeSpan.FromMinutes(330),
        };
    }
}
