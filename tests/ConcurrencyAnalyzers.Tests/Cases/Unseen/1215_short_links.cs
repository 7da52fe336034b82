namespace Blind.C1215;

public sealed class ShortLinks
{
    private const int Stripes = 16;
    private readonly object[] _locks = new object[Stripes];
    private readonly Dictionary<string, string>[] _buckets = new Dictionary<string, string>[Stripes * 4];
    private int _count;

    public ShortLinks()
    {
        for (var i = 0; i < _locks.Length; i++)
        {
            _locks[i] = new object();
        }

        for (var i = 0; i < _buckets.Length; i++)
        {
            _buckets[i] = new Dictionary<string, string>();
        }
    }

    public bool Add(string code, string target)
    {
        var hash = (uint)code.GetHashCode();
        lock (_locks[hash % Stripes])
        {
            if (!_buckets[hash % (Stripes * 4)].TryAdd(code, target))
            {
                return false;
            }

            _count++; // expect: RACE#1
            return true;
        }
    }

    public bool Remove(string code)
    {
        var hash = (uint)code.GetHashCode();
        lock (_locks[hash % Stripes])
        {
            var removed = _buckets[hash % (Stripes * 4)].Remove(code);
            if (removed)
            {
                _count--; // expect: RACE#1
            }

            return removed;
        }
    }

    public string? Find(string code)
    {
        var hash = (uint)code.GetHashCode();
        lock (_locks[hash % Stripes])
        {
            return _buckets[hash % (Stripes * 4)].GetValueOrDefault(code);
        }
    }

    public int Count => Volatile.Read(ref _count); // expect: RACE?, INCONSISTENT_LOCK?
}

public static class Program
{
    public static async Task Main()
    {
        var links = new ShortLinks();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(w => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                links.Add($"{w}-{i}", "https://example.org/" + i);
            }

            links.Remove($"{w}-0");
        })));
        Console.WriteLine(links.Count);
    }
}
