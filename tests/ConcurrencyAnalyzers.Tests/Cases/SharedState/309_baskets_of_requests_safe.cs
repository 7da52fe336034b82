// The nearest safe twins: a lock on what the key leads to, an object of the request's own, one that is taken out for good.
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cases.S309;

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
        app.MapPost("/ballots/{id:int}", (int id, string name) =>
        {
            var ballot = new Ballot();
            ballot.Names.Add(name);
            ballot.Votes++;
            return s_ballots.TryAdd(id, ballot) ? Results.Ok() : Results.Conflict();
        });
        app.MapPost("/ballots/{id:int}/votes", (int id, string name) =>
        {
            if (!s_ballots.TryGetValue(id, out var ballot))
            {
                return Results.NotFound();
            }
            lock (ballot)
            {
                ballot.Names.Add(name);
                ballot.Votes++;
            }
            return Results.Ok();
        });
        app.MapPost("/ballots/{id:int}/close", (int id) =>
        {
            if (!s_ballots.TryRemove(id, out var ballot))
            {
                return Results.NotFound();
            }
            lock (ballot)
            {
                ballot.Names.Add("closed");
                return Results.Ok(ballot.Votes);
            }
        });
        app.Run();
    }
}

public sealed class BallotBox
{
    private readonly ConcurrentDictionary<int, Ballot> _ballots = new();

    public Ballot Open(int id)
    {
        if (_ballots.TryGetValue(id, out var known))
        {
            return known;
        }
        var own = new Ballot();
        var kept = _ballots.GetOrAdd(id, own);
        if (ReferenceEquals(kept, own))
        {
            Fill(kept);
        }
        return kept;
    }

    private void Fill(Ballot ballot)
    {
        ballot.Names.Add("opened");
        ballot.Votes++;
    }
}
