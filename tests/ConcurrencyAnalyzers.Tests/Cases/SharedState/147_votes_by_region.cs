// The dictionary is concurrent, what it holds is not: two ballots of one region change one set, or one tally.
using System.Collections.Concurrent;

namespace Cases.SharedState.S147;

public sealed record Ballot(string Region, string Voter, string Party);

public sealed class Tally
{
    public int Valid { get; set; }
}

public sealed class PollingOffice
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _voters = new();
    private readonly ConcurrentDictionary<string, Tally> _tallies = new();

    public void CountAll(IEnumerable<Ballot> ballots) => Parallel.ForEach(ballots, ballot =>
    {
        var voters = _voters.GetOrAdd(ballot.Region, static _ => []);
        if (voters.Add(ballot.Voter)) // expect: RACE
        {
            _tallies.GetOrAdd(ballot.Party, static _ => new Tally()).Valid++; // expect: RACE
        }
    });
}
