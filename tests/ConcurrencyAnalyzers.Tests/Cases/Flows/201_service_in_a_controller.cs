// Requests count in a property of a singleton that controllers are given.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
namespace Cases.F201;

public sealed class Stats { public int Hits { get; set; } }
public sealed class HomeController(Stats stats) : Controller
{
    public IActionResult Index()
    {
        stats.Hits++; // expect: RACE
        return Ok(stats.Hits);
    }
}
public static class Setup { public static void Add(IServiceCollection s) { s.AddControllers(); s.AddSingleton<Stats>(); } }
