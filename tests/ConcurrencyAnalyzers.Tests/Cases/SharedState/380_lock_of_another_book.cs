// The lines are given a lock of their own: the book that changes them holds another.
namespace Cases.C380;

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
        _amounts.Add(amount); // expect: RACE#1, INCONSISTENT_LOCK#1
        _sum += amount; // expect: RACE#2, INCONSISTENT_LOCK#2
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
    private readonly object _other = new();

    public Lines Debit { get; }

    public Book()
    {
        Debit = new Lines(_other);
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
