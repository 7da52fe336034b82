// The background part has ended before the caller goes on.
namespace Cases.S007;

public class PostalSorter
{
    private readonly Dictionary<string, int> _byZip = new();

    public async Task<int> SortAsync(string[] north, string[] south)
    {
        await Task.Run(() => Count(north));
        Count(south);
        return _byZip.Count;
    }

    private void Count(string[] zips)
    {
        foreach (var zip in zips)
        {
            _byZip.TryGetValue(zip, out var n);
            _byZip[zip] = n + 1;
        }
    }
}
