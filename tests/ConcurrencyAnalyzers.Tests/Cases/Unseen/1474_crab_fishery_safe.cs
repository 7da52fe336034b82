// Catches of several crab boats go through a channel and are booked ashore. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Menagerie.M1474;

public sealed record CrabCatch(string Boat, string Species, double Kilos);

public sealed class CrabFishery
{
    private readonly Channel<CrabCatch> _catches = Channel.CreateBounded<CrabCatch>(64);
    private readonly Dictionary<string, CrabCatch> _heaviest = new();

    public async Task<double> RunAsync(params IAsyncEnumerable<CrabCatch>[] boats)
    {
        var booking = Task.Run(BookAsync);
        try
        {
            await Task.WhenAll(boats.Select(boat => Task.Run(() => SendAsync(boat))));
        }
        finally
        {
            _catches.Writer.Complete();
            await booking;
        }
        return _heaviest.Values.Sum(haul => haul.Kilos);
    }

    private async Task SendAsync(IAsyncEnumerable<CrabCatch> boat)
    {
        await foreach (var haul in boat)
        {
            await _catches.Writer.WriteAsync(haul);
        }
    }

    private async Task BookAsync()
    {
        await foreach (var haul in _catches.Reader.ReadAllAsync())
        {
            if (Current(haul.Species) < haul.Kilos)
            {
                _heaviest[haul.Species] = haul;
            }
        }
    }

    private double Current(string species) =>
        _heaviest.TryGetValue(species, out var haul) ? haul.Kilos : 0;
}
