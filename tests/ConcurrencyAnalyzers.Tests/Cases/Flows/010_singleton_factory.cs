// A factory registers the singleton; two requests can both count.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F010;

public static class Program10
{
    public static void Start(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(provider => new TicketIssuer(100));
        var app = builder.Build();
        app.MapPost("/tickets", (TicketIssuer issuer) => issuer.Next());
        app.Run();
    }
}

public sealed class TicketIssuer(int first)
{
    private int _next = first;

    public int Next() => _next++; // expect: RACE
}
