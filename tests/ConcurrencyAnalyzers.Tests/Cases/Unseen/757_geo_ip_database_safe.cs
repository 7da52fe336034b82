// The map is filled by the load task and only read by those who awaited that task: the await orders the two. difficulty: medium
namespace Cases.U757;

public sealed class GeoIpDatabase
{
    private readonly Task<SortedList<uint, string>> _loading;

    public GeoIpDatabase(Func<TextReader> open)
    {
        _loading = Task.Run(() => LoadAsync(open));
    }

    public async Task<string> CountryOfAsync(uint address)
    {
        var starts = await _loading.ConfigureAwait(false);
        int low = 0;
        int high = starts.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (starts.GetKeyAtIndex(middle) <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return high < 0 ? "??" : starts.GetValueAtIndex(high);
    }

    public async Task<string[]> CountriesOfAsync(IEnumerable<uint> addresses) =>
        await Task.WhenAll(addresses.Select(address => Task.Run(() => CountryOfAsync(address))));

    private static async Task<SortedList<uint, string>> LoadAsync(Func<TextReader> open)
    {
        var starts = new SortedList<uint, string>();
        using var reader = open();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            int comma = line.IndexOf(',');
            starts[uint.Parse(line.AsSpan(0, comma))] = line[(comma + 1)..];
        }
        return starts;
    }
}
