using System.Threading.Channels;

namespace Cases.L1106;

public readonly record struct Ballot(int District, int Candidate);

public sealed class BallotBatches
{
    private readonly ChannelReader<Ballot> _ballots;
    private readonly int _size;
    private readonly long[] _votes;

    public BallotBatches(ChannelReader<Ballot> ballots, int size, int candidates)
    {
        _ballots = ballots;
        _size = size;
        _votes = new long[candidates];
    }

    public async Task<long[]> RunAsync(CancellationToken ct)
    {
        var counts = new List<Task>();
        var batch = new List<Ballot>(_size);
        await foreach (Ballot ballot in _ballots.ReadAllAsync(ct))
        {
            batch.Add(ballot);
            if (batch.Count == _size)
            {
                List<Ballot> full = batch;
                batch = new List<Ballot>(_size);
                counts.Add(Task.Run(() => Count(full)));
            }
        }
        await Task.WhenAll(counts);
        Count(batch);
        return (long[])_votes.Clone();
    }

    private void Count(List<Ballot> ballots)
    {
        foreach (Ballot ballot in ballots)
        {
            Interlocked.Increment(ref _votes[ballot.Candidate]);
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        Channel<Ballot> channel = Channel.CreateBounded<Ballot>(64);
        var batches = new BallotBatches(channel.Reader, 50, 4);
        Task<long[]> counting = batches.RunAsync(CancellationToken.None);
        for (int i = 0; i < 1030; i++)
        {
            await channel.Writer.WriteAsync(new Ballot(i % 12, i % 4));
        }
        channel.Writer.Complete();
        Console.WriteLine(string.Join(' ', await counting));
    }
}
