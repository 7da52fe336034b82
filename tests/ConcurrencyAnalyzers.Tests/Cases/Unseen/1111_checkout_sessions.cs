using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.L1111;

public sealed class CheckoutSession
{
    public List<string> Skus { get; } = new();
    public decimal Total { get; set; }
    public bool Paid { get; set; }
}

public sealed record Line(string Sku, decimal Price);

public static class Program
{
    private static readonly ConcurrentDictionary<Guid, CheckoutSession> Sessions = new();

    public static void Main(string[] args)
    {
        WebApplication app = WebApplication.CreateBuilder(args).Build();

        app.MapPost("/sessions", () =>
        {
            Guid id = Guid.NewGuid();
            Sessions[id] = new CheckoutSession();
            return Results.Ok(id);
        });

        app.MapPost("/sessions/{id:guid}/lines", (Guid id, Line line) =>
        {
            if (!Sessions.TryGetValue(id, out CheckoutSession? session) || session.Paid) // expect: RACE?
            {
                return Results.NotFound();
            }
            session.Skus.Add(line.Sku); // expect: RACE
            session.Total += line.Price; // expect: RACE
            return Results.Ok();
        });

        app.MapPost("/sessions/{id:guid}/pay", (Guid id) =>
        {
            if (!Sessions.TryRemove(id, out CheckoutSession? session))
            {
                return Results.NotFound();
            }
            session.Paid = true; // expect: RACE?
            return Results.Ok(new { session.Total, Items = string.Join(',', session.Skus) }); // expect: RACE?
        });

        app.Run();
    }
}
