// Looks up the blazons of noble families in a roll that is loaded on first use. difficulty: medium
namespace Cabinet.C1397;

public sealed class BlazonRoll(Func<IEnumerable<string>> readRoll)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, string> _blazons = new(StringComparer.OrdinalIgnoreCase);
    private volatile bool _loaded;

    public string? BlazonOf(string family)
    {
        EnsureLoaded();
        return _blazons.GetValueOrDefault(family); // expect: LAZY_INIT?, INCONSISTENT_LOCK?, RACE?
    }

    public int CountKnown(IEnumerable<string> families)
    {
        return families.AsParallel().Count(family => BlazonOf(family) != null);
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1
        {
            return;
        }
        lock (_gate)
        {
            if (_loaded)
            {
                return;
            }
            _loaded = true; // expect: LAZY_INIT#1
            foreach (var line in readRoll())
            {
                int colon = line.IndexOf(':');
                _blazons[line[..colon]] = line[(colon + 1)..]; // expect: LAZY_INIT?, RACE?
            }
        }
    }
}
