// Requests fill and read one plain dictionary.
using Microsoft.AspNetCore.Mvc;

namespace Cases.F004;

[ApiController]
public sealed class RatesController : ControllerBase
{
    private static readonly Dictionary<string, decimal> s_rates = new();

    [HttpGet]
    public decimal Get(string currency)
    {
        if (s_rates.TryGetValue(currency, out var rate)) // expect: RACE
            return rate;
        return s_rates[currency] = Load(currency); // expect: RACE
    }

    private static decimal Load(string currency) => currency.Length;
}
