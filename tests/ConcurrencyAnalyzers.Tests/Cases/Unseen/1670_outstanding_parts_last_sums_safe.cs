// A sum is split into parts on the pool; whichever part ends last adds up the results of all. difficulty: hard
namespace Cases.U1670;

public sealed class Outstanding(int count, Action whenNone)
{
    private int _count = count;

    public void Leave()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            whenNone();
        }
    }
}

public sealed class SplitSum
{
    private readonly Func<int, long> _part;
    private readonly long[] _results;
    private readonly Outstanding _outstanding;
    private readonly TaskCompletionSource<long> _total = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _largest;

    public SplitSum(int parts, Func<int, long> part)
    {
        _part = part;
        _results = new long[parts];
        _outstanding = new Outstanding(parts, Conclude);
    }

    public int Largest => _largest;

    public async Task<long> RunAsync()
    {
        for (int i = 0; i < _results.Length; i++)
        {
            ThreadPool.QueueUserWorkItem(RunPart, i, preferLocal: true);
        }
        return await _total.Task;
    }

    private void RunPart(int index)
    {
        _results[index] = _part(index);
        _outstanding.Leave();
    }

    private void Conclude()
    {
        long total = 0;
        for (int i = 0; i < _results.Length; i++)
        {
            total += _results[i];
            if (_results[i] > _results[_largest])
            {
                _largest = i;
            }
        }
        _total.SetResult(total);
    }
}

static class Program
{
    static async Task Main()
    {
        var sum = new SplitSum(16, part => Enumerable.Range(part * 1_000, 1_000).Sum(n => (long)n));
        Console.WriteLine(await sum.RunAsync());
        Console.WriteLine(sum.Largest);
    }
}
