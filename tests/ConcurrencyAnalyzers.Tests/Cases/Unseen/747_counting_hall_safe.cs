// Each consumer fills a tally of its own and returns it; the tallies are merged after all consumers have finished. difficulty: medium
using System.Threading.Channels;

namespace Cases.U747;

public sealed record Ballot(string Station, string Candidate);

public sealed class Tally
{
    private readonly Dictionary<string, int> _votes = [];

    public int Invalid { get; private set; }

    public void Count(Ballot ballot)
    {
        if (ballot.Candidate.Length == 0)
        {
            Invalid++;
            return;
        }
        _votes[ballot.Candidate] = _votes.GetValueOrDefault(ballot.Candidate) + 1;
    }

    public void Merge(Tally other)
    {
        Invalid += other.Invalid;
        foreach (var (candidate, votes) in other._votes)
        {
            _votes[candidate] = _votes.GetValueOrDefault(candidate) + votes;
        }
    }

    public int VotesFor(string candidate) => _votes.GetValueOrDefault(candidate);
}

public static class CountingHall
{
    public static async Task<Tally> CountAsync(IAsyncEnumerable<Ballot> ballots, int tables)
    {
        var channel = Channel.CreateUnbounded<Ballot>();
        var counting = Enumerable.Range(0, tables)
            .Select(_ => Task.Run(() => CountTableAsync(channel.Reader)))
            .ToArray();

        try
        {
            await foreach (var ballot in ballots)
            {
                await channel.Writer.WriteAsync(ballot);
            }
        }
        finally
        {
            channel.Writer.Complete();
            await Task.WhenAll(counting);
        }

        var total = new Tally();
        foreach (var table in counting)
        {
            total.Merge(await table);
        }
        return total;
    }

    private static async Task<Tally> CountTableAsync(ChannelReader<Ballot> ballots)
    {
        var tally = new Tally();
        await foreach (var ballot in ballots.ReadAllAsync())
        {
            tally.Count(ballot);
        }
        return tally;
    }
}
