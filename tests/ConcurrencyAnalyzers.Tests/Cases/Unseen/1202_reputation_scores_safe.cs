using System.Collections.Concurrent;

namespace Blind.C1202;

public sealed record Vote(string Author, int Points);

public sealed class Reputation
{
    private const int Threshold = 100;
    private readonly ConcurrentDictionary<string, int> _points = new();
    private readonly ConcurrentDictionary<string, DateTime> _promoted = new();
    private int _promotions;

    public void Report(Vote vote)
    {
        var points = _points.AddOrUpdate(
            vote.Author,
            static (_, v) => v.Points,
            static (_, old, v) => old + v.Points,
            vote);

        if (points >= Threshold && _promoted.TryAdd(vote.Author, DateTime.UtcNow))
        {
            Interlocked.Increment(ref _promotions);
        }
    }

    public void Halve(string author)
    {
        while (_points.TryGetValue(author, out var old))
        {
            if (_points.TryUpdate(author, old / 2, old))
            {
                return;
            }
        }
    }

    public int Promotions => Volatile.Read(ref _promotions);
}

public sealed class Forum
{
    private readonly Reputation _reputation = new();

    public async Task<int> RunAsync(IReadOnlyList<IAsyncEnumerable<Vote>> feeds)
    {
        await Task.WhenAll(feeds.Select(f => Task.Run(() => ListenAsync(f))));
        return _reputation.Promotions;
    }

    private async Task ListenAsync(IAsyncEnumerable<Vote> feed)
    {
        await foreach (var vote in feed)
        {
            _reputation.Report(vote);
            if (vote.Points < 0)
            {
                _reputation.Halve(vote.Author);
            }
        }
    }
}
