namespace Blind.C1186;

internal static class Gated
{
    public static void With<T>(object gate, T state, Action<T> action)
    {
        lock (gate)
        {
            action(state);
        }
    }

    public static TResult Read<T, TResult>(object gate, T state, Func<T, TResult> read)
    {
        lock (gate)
        {
            return read(state);
        }
    }
}

public sealed class PostingLines
{
    private readonly object _bookGate;
    private readonly List<decimal> _amounts = new();
    private decimal _sum;

    internal PostingLines(object bookGate)
    {
        _bookGate = bookGate;
    }

    public void Post(decimal amount)
    {
        Gated.With(_bookGate, amount, AppendCore);
    }

    internal void AppendCore(decimal amount)
    {
        _amounts.Add(amount);
        _sum += amount;
    }

    internal decimal SumCore => _sum;
}

public sealed class Book
{
    private readonly object _gate = new();

    public PostingLines Debit { get; }

    public PostingLines Credit { get; }

    public Book()
    {
        Debit = new PostingLines(_gate);
        Credit = new PostingLines(_gate);
    }

    public void Transfer(decimal amount)
    {
        lock (_gate)
        {
            Debit.AppendCore(amount);
            Credit.AppendCore(-amount);
        }
    }

    public decimal Balance() => Gated.Read(_gate, this, static b => b.Debit.SumCore + b.Credit.SumCore);
}

public static class Program
{
    public static async Task Main()
    {
        var book = new Book();
        await Task.WhenAll(
            Task.Run(() => book.Transfer(10m)),
            Task.Run(() => book.Debit.Post(5m)),
            Task.Run(() => book.Credit.Post(-5m)),
            Task.Run(() => Console.WriteLine(book.Balance())));
        Console.WriteLine(book.Balance());
    }
}
