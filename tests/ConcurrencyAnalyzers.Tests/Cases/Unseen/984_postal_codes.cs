// Double-checked with a volatile field, and the dictionary is complete before it is published: correct. difficulty: medium
namespace Cases.U984;

public sealed class PostalCodes(IReadOnlyList<(string Code, string City)> rows)
{
    private readonly object _gate = new();
    private volatile Dictionary<string, string>? _cities;

    public string?[] Locate(string[] codes)
    {
        var cities = new string?[codes.Length];
        Parallel.For(0, codes.Length, i => cities[i] = Cities().GetValueOrDefault(codes[i]));
        return cities;
    }

    private Dictionary<string, string> Cities()
    {
        var cities = _cities;
        if (cities != null)
        {
            return cities;
        }
        lock (_gate)
        {
            cities = _cities;
            if (cities == null)
            {
                cities = [];
                foreach (var (code, city) in rows)
                {
                    cities[code] = city;
                }
                _cities = cities;
            }
            return cities;
        }
    }
}
