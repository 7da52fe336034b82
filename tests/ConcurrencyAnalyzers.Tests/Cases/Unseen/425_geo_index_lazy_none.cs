// LazyThreadSafetyMode.None takes no lock at all: the first lookups run the factory twice or see a half-made value. difficulty: medium
namespace Cases.U425;

public sealed class GeoIndex
{
    private readonly SortedDictionary<int, string> _cells = [];

    public static GeoIndex Load(TextReader source)
    {
        var index = new GeoIndex();
        while (source.ReadLine() is { } line) // expect: RACE?
        {
            index._cells[index._cells.Count] = line;
        }
        return index;
    }

    public string CellOf(int id) => _cells.TryGetValue(id, out var name) ? name : "sea";
}

public sealed class GeoLookup(TextReader source)
{
    private readonly Lazy<GeoIndex> _index = new(() => GeoIndex.Load(source), LazyThreadSafetyMode.None); // expect: LAZY_INIT#1, SYNC_PRIMITIVE?

    public string[] Resolve(int[] ids)
    {
        var names = new string[ids.Length];
        Parallel.For(0, ids.Length, i => names[i] = _index.Value.CellOf(ids[i])); // expect: LAZY_INIT#1, RACE?, SYNC_PRIMITIVE?
        return names;
    }
}
