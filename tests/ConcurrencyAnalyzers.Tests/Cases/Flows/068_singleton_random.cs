// One Random for all requests: it is not made for that. Random.Shared is.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F068;

public sealed class Dice
{
    private readonly Random _random = new();

    public int Roll() => _random.Next(6) + 1; // expect: RACE

    public int RollShared() => Random.Shared.Next(6) + 1;
}

public static class Setup
{
    public static void Add(IServiceCollection services, WebApplication app)
    {
        services.AddSingleton<Dice>();
        app.MapGet("/roll", (Dice dice) => dice.Roll() + dice.RollShared());
    }
}
