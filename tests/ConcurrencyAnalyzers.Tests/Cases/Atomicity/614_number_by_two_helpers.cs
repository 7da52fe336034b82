// A number stands for "there is none": found missing in one hold of the lock, given another number in the next.
namespace Cases.A614;

public sealed class TagNumbers
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _tags = [];

    public int Of(string tag)
    {
        var known = Find(tag);
        return known >= 0 ? known : Append(tag); // expect: CHECK_THEN_ACT
    }

    public string TagOf(int number)
    {
        lock (_gate)
        {
            return _tags[number];
        }
    }

    private int Find(string tag)
    {
        lock (_gate)
        {
            return _numbers.TryGetValue(tag, out var number) ? number : -1;
        }
    }

    private int Append(string tag)
    {
        lock (_gate)
        {
            var number = _tags.Count;
            _tags.Add(tag);
            _numbers[tag] = number;
            return number;
        }
    }
}

public sealed class ZoneNumbers
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _numbers = [];
    private int _last;

    public int Of(string zone)
    {
        int known;
        lock (_gate)
        {
            known = _numbers.TryGetValue(zone, out var number) ? number : -1;
        }

        if (known >= 0)
            return known;
        lock (_gate)
        {
            var next = ++_last;
            _numbers[zone] = next; // expect: CHECK_THEN_ACT
            return next;
        }
    }
}
