namespace Cases.L1099;

public interface IBlockSource
{
    long ReserveBlock(int size);
}

public sealed class WaybillNumbers(IBlockSource source, int blockSize)
{
    private long _next;
    private long _limit;
    private int _blocks;

    public long Next()
    {
        while (true)
        {
            long number = Interlocked.Increment(ref _next);
            if (number <= Interlocked.Read(ref _limit)) // expect: NON_ATOMIC?, CHECK_THEN_ACT?
            {
                return number;
            }
            NewBlock(); // expect: NON_ATOMIC?, CHECK_THEN_ACT?
        }
    }

    public int Blocks => Volatile.Read(ref _blocks);

    private void NewBlock()
    {
        long start = source.ReserveBlock(blockSize);
        Interlocked.Exchange(ref _limit, start + blockSize); // expect: NON_ATOMIC#1
        Interlocked.Exchange(ref _next, start); // expect: NON_ATOMIC#1
        Interlocked.Increment(ref _blocks);
    }
}

public sealed class MemoryBlocks : IBlockSource
{
    private long _reserved;

    public long ReserveBlock(int size) => Interlocked.Add(ref _reserved, size) - size;
}

public static class Program
{
    public static async Task Main()
    {
        var numbers = new WaybillNumbers(new MemoryBlocks(), 20);
        Task<long[]>[] depots = Enumerable.Range(0, 6)
            .Select(_ => Task.Run(() => Enumerable.Range(0, 1000).Select(_ => numbers.Next()).ToArray()))
            .ToArray();
        long[][] issued = await Task.WhenAll(depots);
        Console.WriteLine(issued.SelectMany(n => n).Distinct().Count());
    }
}
