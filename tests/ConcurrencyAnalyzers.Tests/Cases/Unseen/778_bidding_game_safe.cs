// Players write only their own slot; the judge runs as the barrier's post-phase action while every player waits. difficulty: hard
namespace Cases.U778;

public interface IPlayer
{
    int Choose(int round, int leader);
}

public sealed class BiddingGame(IReadOnlyList<IPlayer> players)
{
    private readonly int[] _bids = new int[players.Count];
    private readonly int[] _wins = new int[players.Count];
    private int _round;
    private int _leader;

    public int Play(int rounds)
    {
        using var barrier = new Barrier(players.Count, _ => Judge());
        var threads = new List<Thread>();
        for (int i = 0; i < players.Count; i++)
        {
            int seat = i;
            var thread = new Thread(() =>
            {
                for (int n = 0; n < rounds; n++)
                {
                    _bids[seat] = players[seat].Choose(_round, _leader);
                    barrier.SignalAndWait();
                }
            });
            threads.Add(thread);
        }
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return _leader;
    }

    private void Judge()
    {
        int winner = Array.IndexOf(_bids, _bids.Max());
        _wins[winner]++;
        _leader = Array.IndexOf(_wins, _wins.Max());
        _round++;
        Array.Clear(_bids);
    }
}
