// GetOrAdd may build two Lazy objects but hands out one; the aliases are immutable sets; a failed lookup is removed only if it is still the same. difficulty: hard
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cases.U792;

public sealed class GeoCoder(HttpClient http)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _places = new();
    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _aliases = new();

    public Task<string[]> LocateAllAsync(IEnumerable<string> addresses) =>
        Task.WhenAll(addresses.Select(LocateAsync));

    public int AliasesOf(string address) =>
        _aliases.TryGetValue(Normalise(address), out ImmutableHashSet<string>? aliases) ? aliases.Count : 0;

    private async Task<string> LocateAsync(string address)
    {
        string key = Normalise(address);
        _aliases.AddOrUpdate(key, _ => [address], (_, known) => known.Add(address));
        Lazy<Task<string>> lookup = _places.GetOrAdd(
            key,
            place => new Lazy<Task<string>>(() => http.GetStringAsync("geo?q=" + Uri.EscapeDataString(place))));
        try
        {
            return await lookup.Value;
        }
        catch (HttpRequestException)
        {
            _places.TryRemove(KeyValuePair.Create(key, lookup));
            throw;
        }
    }

    private static string Normalise(string address) => address.Trim().ToUpperInvariant();
}
