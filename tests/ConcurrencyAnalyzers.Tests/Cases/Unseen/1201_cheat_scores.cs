using System.Collections.Concurrent;

namespace Blind.C1201;

public sealed record Violation(string Player, string Kind, int Points);

public sealed class CheatScores
{
    private const int Threshold = 100;
    private readonly ConcurrentDictionary<string, int> _points = new();
    private readonly ConcurrentDictionary<string, DateTime> _banned = new();

    public event EventHandler<string>? Banned;

    public void Report(Violation violation)
    {
        _points.TryGetValue(violation.Player, out var points);
        points += violation.Points;
        _points[violation.Player] = points; // expect: CHECK_THEN_ACT

        if (points >= Threshold && !_banned.ContainsKey(violation.Player))
        {
            _banned[violation.Player] = DateTime.UtcNow; // expect: CHECK_THEN_ACT#1
            Banned?.Invoke(this, violation.Player); // expect: CHECK_THEN_ACT#1
        }
    }

    public int this[string player] => _points.GetValueOrDefault(player);
}

public sealed class AntiCheatServer
{
    private readonly CheatScores _scores = new();

    public AntiCheatServer()
    {
        _scores.Banned += static (_, player) => Console.WriteLine("ban " + player);
    }

    public async Task RunAsync(IReadOnlyList<IAsyncEnumerable<Violation>> detectors)
    {
        await Task.WhenAll(detectors.Select(d => Task.Run(() => ListenAsync(d))));
    }

    private async Task ListenAsync(IAsyncEnumerable<Violation> detector)
    {
        await foreach (var violation in detector)
        {
            _scores.Report(violation);
        }
    }
}
