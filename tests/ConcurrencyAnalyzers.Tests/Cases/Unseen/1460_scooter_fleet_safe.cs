// Scooters are parked at a hub until its opening hours end, when the ones that are still there are collected. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1460;

public sealed record Scooter(string Tag, int Charge);

public sealed class ScooterHub
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Scooter> _parked = new();
    private readonly List<string> _collected = new();
    private bool _closed;

    public async Task<string> OpenAsync(IAsyncEnumerable<Scooter> arrivals, TimeSpan hours)
    {
        using var clock = new CancellationTokenSource();
        await using (clock.Token.Register(Collect))
        {
            clock.CancelAfter(hours);
            await foreach (var scooter in arrivals.ConfigureAwait(false))
            {
                if (!TryPark(scooter))
                {
                    break;
                }
            }
        }
        lock (_gate)
        {
            return $"{_parked.Count} parked, {string.Join(", ", _collected)} collected";
        }
    }

    private bool TryPark(Scooter scooter)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }
            if (scooter.Charge > 50)
            {
                _parked.AddFirst(scooter);
            }
            else
            {
                _parked.AddLast(scooter);
            }
            return true;
        }
    }

    private void Collect()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var scooter in _parked)
            {
                _collected.Add(scooter.Tag);
            }
            _parked.Clear();
        }
    }
}
