// The calls overlap, but a SemaphoreSlim with one slot is held around every access, also across the await. difficulty: medium
namespace Cases.U332;

public sealed class Geocoder(Func<string, Task<(double Lat, double Lon)>> lookup) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, (double Lat, double Lon)> _known = [];
    private int _lookups;

    public async Task<(double Lat, double Lon)> LocateAsync(string address)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_known.TryGetValue(address, out var position))
            {
                position = await lookup(address).ConfigureAwait(false);
                _known[address] = position;
                _lookups++;
            }
            return position;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public static async Task<int> LookupsForAsync(
        IEnumerable<string> addresses,
        Func<string, Task<(double Lat, double Lon)>> lookup)
    {
        using var geocoder = new Geocoder(lookup);
        await Task.WhenAll(addresses.Select(geocoder.LocateAsync));
        return geocoder._lookups;
    }
}
