// The nearest safe twins: the range is one object that is put in place at once; two numbers that nobody compares.
namespace Cases.S313;

public sealed class TicketRoll(Func<int, long> reserve)
{
    private sealed class Block(long start, int size)
    {
        private long _next = start;

        public bool TryTear(out long number)
        {
            number = Interlocked.Increment(ref _next);
            return number <= start + size;
        }
    }

    private readonly object _gate = new();
    private Block _block = new(0, 0);
    private long _lastStart;
    private long _highest;
    private long _torn;

    public long Tear()
    {
        for (;;)
        {
            var block = Volatile.Read(ref _block);
            if (block.TryTear(out var number))
            {
                Interlocked.Increment(ref _torn);
                return number;
            }
            lock (_gate)
            {
                if (ReferenceEquals(block, _block))
                {
                    var start = reserve(50);
                    Volatile.Write(ref _block, new Block(start, 50));
                    Note(start);
                }
            }
        }
    }

    public void Note(long start)
    {
        Interlocked.Exchange(ref _lastStart, start);
        Interlocked.Exchange(ref _highest, start + 50);
    }

    public string Report() => $"{Interlocked.Read(ref _torn)} torn, last from {Interlocked.Read(ref _lastStart)} to {Interlocked.Read(ref _highest)}";

    public bool IsBusy(long most) => Interlocked.Increment(ref _torn) > most;
}
