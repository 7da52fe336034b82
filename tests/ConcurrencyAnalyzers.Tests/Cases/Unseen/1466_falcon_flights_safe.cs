// Falconers log training flights of their birds at once while the club prints the state of every bird. difficulty: hard
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;

namespace Menagerie.M1466;

public sealed record FalconCard(ImmutableList<int> Flights, int TotalSeconds)
{
    public static readonly FalconCard Empty = new(ImmutableList<int>.Empty, 0);

    public FalconCard With(int seconds) => new(Flights.Add(seconds), TotalSeconds + seconds);
}

public sealed class FlightLog
{
    private readonly object _gate = new();
    private readonly Dictionary<string, FalconCard> _cards = new();

    public void Log(string falcon, int seconds)
    {
        lock (_gate)
        {
            var card = _cards.GetValueOrDefault(falcon, FalconCard.Empty);
            _cards[falcon] = card.With(seconds);
        }
    }

    public bool TryGetCard(string falcon, [NotNullWhen(true)] out FalconCard? card)
    {
        lock (_gate)
        {
            return _cards.TryGetValue(falcon, out card);
        }
    }
}

public sealed class TrainingDay
{
    private readonly FlightLog _log = new();

    public void Run(IReadOnlyList<(string Falcon, int Seconds)[]> falconers, string[] falcons)
    {
        var threads = falconers.Select(flights => new Thread(() => Train(flights))).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
        {
            while (!thread.Join(500))
            {
                Array.ForEach(falcons, Print);
            }
        }
    }

    private void Train((string Falcon, int Seconds)[] flights)
    {
        foreach (var (falcon, seconds) in flights)
        {
            _log.Log(falcon, seconds);
        }
    }

    private void Print(string falcon)
    {
        if (_log.TryGetCard(falcon, out var card))
        {
            Console.WriteLine($"{falcon}: {string.Join(" + ", card.Flights)} = {card.TotalSeconds} s");
        }
    }
}
