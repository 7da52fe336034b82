// Two requests can come with one key: what is kept under it is changed by both.
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.S308;

public sealed class Ballot
{
    public List<string> Names { get; } = [];
    public int Votes { get; set; }
}

public static class Program
{
    private static readonly ConcurrentDictionary<int, Ballot> s_ballots = new();

    public static void Main(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/ballots/{id:int}", (int id) => s_ballots.TryAdd(id, new Ballot()));
        app.MapPost("/ballots/{id:int}/votes", (int id, string name) =>
        {
            if (!s_ballots.TryGetValue(id, out var ballot))
            {
                return Results.NotFound();
            }
            ballot.Names.Add(name); // expect: RACE
            ballot.Votes++; // expect: RACE
            return Results.Ok();
        });
        app.Run();
    }
}
