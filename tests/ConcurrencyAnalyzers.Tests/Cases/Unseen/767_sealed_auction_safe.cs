// Between two barrier phases every bidder writes only its own slot; the slots of the others are read only in the next phase. difficulty: hard
namespace Cases.U767;

public interface IBidder
{
    string Name { get; }

    decimal Bid(int round, decimal highest);
}

public sealed record AuctionRound(int Number, string Winner, decimal Price);

public sealed class SealedAuction
{
    private readonly IReadOnlyList<IBidder> _bidders;
    private readonly decimal[] _bids;
    private readonly List<AuctionRound> _history = [];
    private decimal _highest;

    private SealedAuction(IReadOnlyList<IBidder> bidders)
    {
        _bidders = bidders;
        _bids = new decimal[bidders.Count];
    }

    public static IReadOnlyList<AuctionRound> Hold(IReadOnlyList<IBidder> bidders, int rounds)
    {
        var auction = new SealedAuction(bidders);
        auction.Run(rounds);
        return auction._history;
    }

    private void Run(int rounds)
    {
        using var barrier = new Barrier(_bidders.Count, Evaluate);
        var threads = new Thread[_bidders.Count];
        for (int i = 0; i < threads.Length; i++)
        {
            int seat = i;
            threads[i] = new Thread(() => Attend(seat, rounds, barrier));
        }
        foreach (var thread in threads)
        {
            thread.Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    private void Attend(int seat, int rounds, Barrier barrier)
    {
        for (int round = 0; round < rounds; round++)
        {
            _bids[seat] = _bidders[seat].Bid(round, _highest);
            barrier.SignalAndWait();
        }
    }

    private void Evaluate(Barrier barrier)
    {
        int best = 0;
        for (int seat = 1; seat < _bids.Length; seat++)
        {
            if (_bids[seat] > _bids[best])
            {
                best = seat;
            }
        }
        _highest = _bids[best];
        _history.Add(new AuctionRound((int)barrier.CurrentPhaseNumber, _bidders[best].Name, _highest));
    }
}
