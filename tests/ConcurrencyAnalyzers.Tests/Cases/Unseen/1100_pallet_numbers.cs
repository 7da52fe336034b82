namespace Cases.L1100;

public interface IPalletBlockSource
{
    long ReserveBlock(int size);
}

public sealed class PalletNumbers(IPalletBlockSource source, int blockSize)
{
    private readonly Lock _lock = new();
    private long _next;
    private long _end;

    public long Next()
    {
        using (_lock.EnterScope())
        {
            if (_next == _end)
            {
                long start = source.ReserveBlock(blockSize);
                _next = start;
                _end = start + blockSize;
            }
            return _next++;
        }
    }

    public long Remaining
    {
        get
        {
            using (_lock.EnterScope())
            {
                return _end - _next;
            }
        }
    }
}

public sealed class CounterBlocks : IPalletBlockSource
{
    private long _reserved;

    public long ReserveBlock(int size) => Interlocked.Add(ref _reserved, size) - size;
}

public static class Program
{
    public static async Task Main()
    {
        var numbers = new PalletNumbers(new CounterBlocks(), 25);
        Task<List<long>>[] docks = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var mine = new List<long>();
            for (int i = 0; i < 500; i++)
            {
                mine.Add(numbers.Next());
            }
            return mine;
        })).ToArray();
        List<long>[] issued = await Task.WhenAll(docks);
        Console.WriteLine(issued.Sum(l => l.Distinct().Count()));
        Console.WriteLine(numbers.Remaining);
    }
}
