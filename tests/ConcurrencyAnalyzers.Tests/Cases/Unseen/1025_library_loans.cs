namespace Library.Circulation;

public sealed record Loan(string Isbn, int Reader, DateOnly Due);

public sealed class Holdings
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _copies = [];
    private readonly List<Loan> _loans = [];

    public void Stock(string isbn, int copies)
    {
        lock (_gate)
        {
            _copies[isbn] = _copies.GetValueOrDefault(isbn) + copies;
        }
    }

    public int Available(string isbn)
    {
        lock (_gate)
        {
            return _copies.GetValueOrDefault(isbn);
        }
    }

    public Loan Take(string isbn, int reader, DateOnly due)
    {
        var loan = new Loan(isbn, reader, due);
        lock (_gate)
        {
            _copies[isbn]--;
            _loans.Add(loan);
        }
        return loan;
    }

    public bool GiveBack(Loan loan)
    {
        lock (_gate)
        {
            if (!_loans.Remove(loan))
            {
                return false;
            }
            _copies[loan.Isbn]++;
            return true;
        }
    }
}

public sealed class Desk(Holdings holdings, TimeProvider clock)
{
    public Loan? Borrow(string isbn, int reader)
    {
        if (holdings.Available(isbn) == 0) // expect: CHECK_THEN_ACT?
        {
            return null;
        }
        DateOnly due = DateOnly.FromDateTime(clock.GetLocalNow().Date).AddDays(21);
        return holdings.Take(isbn, reader, due); // expect: CHECK_THEN_ACT
    }
}

public static class Program
{
    public static async Task Main()
    {
        var holdings = new Holdings();
        holdings.Stock("978-0", 3);
        var desks = Enumerable.Range(0, 4).Select(_ => new Desk(holdings, TimeProvider.System)).ToArray();
        Loan?[] loans = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(reader => Task.Run(() => desks[reader % desks.Length].Borrow("978-0", reader))));
        Console.WriteLine($"{loans.Count(l => l is not null)} lent, {holdings.Available("978-0")} left");
    }
}
