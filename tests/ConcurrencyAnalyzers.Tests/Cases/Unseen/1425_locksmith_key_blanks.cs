// The stock of a locksmith's key blanks, split into the part for the counter and the part for the office. difficulty: medium
namespace Cabinet.C1425;

public sealed partial class KeyBlankStock
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _blanks = [];

    public bool TryCut(string profile)
    {
        lock (_gate)
        {
            if (_blanks.GetValueOrDefault(profile) == 0)
            {
                return false;
            }
            _blanks[profile]--;
            return true;
        }
    }

    public void Deliver(string profile, int count)
    {
        lock (_gate)
        {
            _blanks[profile] = _blanks.GetValueOrDefault(profile) + count;
        }
    }
}

public sealed partial class KeyBlankStock
{
    private const int Reserve = 5;

    public IEnumerable<string> ProfilesToOrder()
    {
        var profiles = new List<string>();
        foreach (var (profile, count) in _blanks) // expect: INCONSISTENT_LOCK, RACE?
        {
            if (count < Reserve)
            {
                profiles.Add(profile);
            }
        }
        profiles.Sort(StringComparer.Ordinal);
        return profiles;
    }
}
