// Asked again in the hold in which the number is given; or all in one hold; or the same number for who asks again.
namespace Cases.A615;

public sealed class LabelNumbers
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _labels = [];

    public int Of(string label)
    {
        var known = Find(label);
        return known >= 0 ? known : Append(label);
    }

    private int Find(string label)
    {
        lock (_gate)
        {
            return _numbers.TryGetValue(label, out var number) ? number : -1;
        }
    }

    private int Append(string label)
    {
        lock (_gate)
        {
            if (_numbers.TryGetValue(label, out var number))
                return number;
            number = _labels.Count;
            _labels.Add(label);
            _numbers[label] = number;
            return number;
        }
    }
}

public sealed class RegionNumbers
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, int> _lengths = [];
    private int _last;

    public int Of(string region)
    {
        lock (_gate)
        {
            var known = _numbers.TryGetValue(region, out var number) ? number : -1;
            if (known >= 0)
                return known;
            _last++;
            _numbers[region] = _last;
            return _last;
        }
    }

    public int LengthOf(string region)
    {
        int known;
        lock (_gate)
        {
            known = _lengths.TryGetValue(region, out var number) ? number : -1;
        }

        if (known >= 0)
            return known;
        var length = region.Trim().Length;
        lock (_gate)
        {
            _lengths[region] = length;
        }

        return length;
    }
}
