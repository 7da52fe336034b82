// Taxis line up at a rank until the end of the shift, when the ones that are still there are sent home. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1459;

public sealed record Taxi(string Plate, int Seats);

public sealed class TaxiRank
{
    private readonly LinkedList<Taxi> _waiting = new();
    private readonly List<string> _sentHome = new();
    private bool _closed;

    public async Task<string> RunShiftAsync(IAsyncEnumerable<Taxi> arrivals, TimeSpan shift)
    {
        using var clock = new CancellationTokenSource();
        await using (clock.Token.Register(SendHome))
        {
            clock.CancelAfter(shift);
            await foreach (var taxi in arrivals.ConfigureAwait(false))
            {
                if (_closed) // expect: RACE?
                {
                    break;
                }
                LineUp(taxi);
            }
        }
        return $"{_waiting.Count} waiting, {string.Join(", ", _sentHome)} sent home";
    }

    private void LineUp(Taxi taxi)
    {
        if (taxi.Seats > 4)
        {
            _waiting.AddFirst(taxi); // expect: RACE#1
        }
        else
        {
            _waiting.AddLast(taxi); // expect: RACE#1
        }
    }

    private void SendHome()
    {
        _closed = true; // expect: RACE?
        foreach (var taxi in _waiting) // expect: RACE#1
        {
            _sentHome.Add(taxi.Plate);
        }
        _waiting.Clear(); // expect: RACE#1
    }
}
