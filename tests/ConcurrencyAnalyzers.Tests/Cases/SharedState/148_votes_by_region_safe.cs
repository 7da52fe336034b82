// Each set is locked by itself, each tally counts by Interlocked; and where every run has a key of its own, nobody meets.
using System.Collections.Concurrent;

namespace Cases.SharedState.S148;

public sealed record Ballot(string Region, string Voter, string Party);

public sealed class Tally
{
    private int _valid;

    public int Valid => Volatile.Read(ref _valid);

    public void Count() => Interlocked.Increment(ref _valid);
}

public sealed class PollingOffice
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _voters = new();
    private readonly ConcurrentDictionary<string, Tally> _tallies = new();
    private readonly ConcurrentDictionary<int, List<string>> _protocols = new();

    public void CountAll(IEnumerable<Ballot> ballots) => Parallel.ForEach(ballots, ballot =>
    {
        var voters = _voters.GetOrAdd(ballot.Region, static _ => []);
        bool isNew;
        lock (voters)
        {
            isNew = voters.Add(ballot.Voter);
        }
        if (isNew)
        {
            _tallies.GetOrAdd(ballot.Party, static _ => new Tally()).Count();
        }
    });

    public void Write(int desks) => Parallel.For(0, desks, desk =>
    {
        var protocol = _protocols.GetOrAdd(desk, static _ => []);
        protocol.Add("opened");
        protocol.Add("closed");
    });
}
