// Sorting runs in the background while the caller goes on counting into the same dictionary.
namespace Cases.S006;

public class PostalSorter
{
    private readonly Dictionary<string, int> _byZip = new();

    public async Task<int> SortAsync(string[] north, string[] south)
    {
        var background = Task.Run(() => Count(north));
        Count(south);
        await background;
        return _byZip.Count;
    }

    private void Count(string[] zips)
    {
        foreach (var zip in zips)
        {
            _byZip.TryGetValue(zip, out var n); // expect: RACE#1
            _byZip[zip] = n + 1; // expect: RACE#1
        }
    }
}
