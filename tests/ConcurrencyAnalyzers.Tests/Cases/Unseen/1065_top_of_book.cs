namespace Cases.L1065;

public readonly record struct BookTop(decimal Bid, decimal Ask, long Sequence);

public sealed class TopOfBook
{
    private BookTop _top;

    public void Apply(decimal bid, decimal ask, long sequence)
    {
        _top = new BookTop(bid, ask, sequence); // expect: RACE, NON_ATOMIC?
    }

    public BookTop Current()
    {
        return _top; // expect: RACE, NON_ATOMIC?
    }
}

public static class Program
{
    public static void Main()
    {
        var book = new TopOfBook();
        using var stop = new CancellationTokenSource();

        var feed = new Thread(() =>
        {
            long sequence = 0;
            decimal mid = 101.25m;
            while (!stop.IsCancellationRequested)
            {
                sequence++;
                mid += sequence % 2 == 0 ? 0.01m : -0.01m;
                book.Apply(mid - 0.02m, mid + 0.02m, sequence);
                Thread.Sleep(1);
            }
        })
        { IsBackground = true, Name = "feed" };

        var hedger = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                BookTop top = book.Current();
                if (top.Ask - top.Bid > 0.05m)
                {
                    Console.WriteLine($"wide spread at {top.Sequence}");
                }
                Thread.Sleep(5);
            }
        })
        { IsBackground = true, Name = "hedger" };

        feed.Start();
        hedger.Start();
        Console.ReadLine();
        stop.Cancel();
        feed.Join();
        hedger.Join();
    }
}
