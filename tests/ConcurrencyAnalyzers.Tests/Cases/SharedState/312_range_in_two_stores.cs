// Next number and last number make one block: stored one after the other, they are met as halves of two blocks.
namespace Cases.S312;

public sealed class TicketRoll(Func<int, long> reserve)
{
    private long _next;
    private long _last;

    public long Tear()
    {
        for (;;)
        {
            var number = Interlocked.Increment(ref _next);
            if (number <= Volatile.Read(ref _last))
            {
                return number;
            }
            Refill(50);
        }
    }

    private void Refill(int size)
    {
        var start = reserve(size);
        Volatile.Write(ref _last, start + size); // expect: NON_ATOMIC
        Interlocked.Exchange(ref _next, start); // expect: NON_ATOMIC
    }
}
