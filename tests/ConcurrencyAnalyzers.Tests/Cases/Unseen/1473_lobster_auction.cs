// Bids of a lobster auction go through a channel and are booked by several clerks. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Menagerie.M1473;

public sealed record LobsterBid(string Crate, string Bidder, decimal Amount);

public sealed class LobsterAuction
{
    private readonly Channel<LobsterBid> _bids = Channel.CreateBounded<LobsterBid>(64);
    private readonly Dictionary<string, LobsterBid> _highest = new();

    public async Task<decimal> RunAsync(IAsyncEnumerable<LobsterBid> bids, int clerks)
    {
        var booking = Enumerable.Range(0, clerks).Select(_ => Task.Run(BookAsync)).ToArray();
        try
        {
            await foreach (var bid in bids)
            {
                await _bids.Writer.WriteAsync(bid);
            }
        }
        finally
        {
            _bids.Writer.Complete();
            await Task.WhenAll(booking);
        }
        return _highest.Values.Sum(bid => bid.Amount);
    }

    private async Task BookAsync()
    {
        await foreach (var bid in _bids.Reader.ReadAllAsync())
        {
            if (Current(bid.Crate) < bid.Amount)
            {
                _highest[bid.Crate] = bid; // expect: RACE
            }
        }
    }

    private decimal Current(string crate) =>
        _highest.TryGetValue(crate, out var bid) ? bid.Amount : 0m; // expect: RACE?
}
