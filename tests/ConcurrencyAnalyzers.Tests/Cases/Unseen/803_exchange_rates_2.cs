// The method is not async: using disposes the client as soon as the unfinished download task has been returned. difficulty: medium
using System.Globalization;

namespace Cases.U803;

public sealed class ExchangeRates(Uri server)
{
    public async Task<decimal> ConvertAsync(decimal amount, string currency)
    {
        string text = await DownloadAsync(currency);
        return amount * decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    private Task<string> DownloadAsync(string currency)
    {
        using var client = new HttpClient { BaseAddress = server }; // expect: DISPOSE_RACE?
        client.Timeout = TimeSpan.FromSeconds(10);
        return client.GetStringAsync($"rates/{currency}"); // expect: DISPOSE_RACE?
    }
}
