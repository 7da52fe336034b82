// The cache is a concurrent one; the table of names is filled once and only read.
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;

namespace Cases.F005;

[ApiController]
public sealed class RatesController : ControllerBase
{
    private static readonly ConcurrentDictionary<string, decimal> s_rates = new();
    private static readonly Dictionary<string, string> s_names = new() { ["EUR"] = "Euro", ["USD"] = "Dollar" };

    [HttpGet]
    public decimal Get(string currency) => s_rates.GetOrAdd(currency, Load);

    [HttpGet("name")]
    public string? Name(string currency) => s_names.GetValueOrDefault(currency);

    private static decimal Load(string currency) => currency.Length;
}
