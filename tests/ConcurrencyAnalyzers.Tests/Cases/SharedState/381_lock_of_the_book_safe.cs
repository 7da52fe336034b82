// The lines are given the lock of the book that changes them: one lock by two names.
namespace Cases.C381;

public sealed class Lines
{
    private readonly object _gate;
    private readonly List<decimal> _amounts = new();
    private decimal _sum;

    public Lines(object gate) => _gate = gate;

    public void Post(decimal amount)
    {
        lock (_gate)
        {
            AppendCore(amount);
        }
    }

    internal void AppendCore(decimal amount)
    {
        _amounts.Add(amount);
        _sum += amount;
    }

    public decimal Sum
    {
        get
        {
            lock (_gate)
            {
                return _sum;
            }
        }
    }
}

public sealed class Book
{
    private readonly object _gate = new();

    public Lines Debit { get; }

    public Book()
    {
        Debit = new Lines(_gate);
    }

    public void Transfer(decimal amount)
    {
        lock (_gate)
        {
            Debit.AppendCore(amount);
        }
    }
}

public static class Ledger
{
    public static async Task RunAsync()
    {
        var book = new Book();
        await Task.WhenAll(Task.Run(() => book.Transfer(10m)), Task.Run(() => book.Debit.Post(5m)));
        Console.WriteLine(book.Debit.Sum);
    }
}
