// Each lambda resumes on some pool thread after its await, and all of them write the one Dictionary. difficulty: medium
namespace Cases.U621;

public sealed record ExchangeRate(string Pair, decimal Mid);

public interface IRateSource
{
    Task<ExchangeRate?> GetAsync(string pair, CancellationToken token);
}

public sealed class RateImporter(IRateSource source)
{
    private readonly Dictionary<string, decimal> _rates = new(StringComparer.OrdinalIgnoreCase);

    public async Task<string> ImportAsync(IReadOnlyCollection<string> pairs, CancellationToken token)
    {
        await Task.WhenAll(pairs.Select(pair => ImportOneAsync(pair, token))).ConfigureAwait(false);
        return Summarise(pairs.Count);
    }

    private async Task ImportOneAsync(string pair, CancellationToken token)
    {
        var rate = await source.GetAsync(Normalise(pair), token).ConfigureAwait(false);
        if (rate is null || rate.Mid <= 0m)
        {
            return;
        }
        _rates[rate.Pair] = rate.Mid; // expect: RACE
    }

    private string Summarise(int requested)
    {
        var widest = _rates.OrderByDescending(entry => entry.Value).FirstOrDefault();
        return $"{_rates.Count} of {requested} rates, highest {widest.Key}";
    }

    private static string Normalise(string pair) => pair.Replace("/", "").Trim().ToUpperInvariant();
}
