// The accounts lock the gate of the ledger that owns them, so all balances and the turnover have one lock. difficulty: hard
namespace Cases.U628;

public sealed class Ledger
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private decimal _turnover;

    public decimal Turnover
    {
        get
        {
            lock (_gate)
            {
                return _turnover;
            }
        }
    }

    public Account Open(string number)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(number, out var account))
            {
                account = new Account(this, number);
                _accounts.Add(number, account);
            }
            return account;
        }
    }

    public void Transfer(string from, string to, decimal amount)
    {
        lock (_gate)
        {
            Open(from).Book(-amount);
            Open(to).Book(amount);
        }
    }

    public sealed class Account
    {
        private readonly Ledger _ledger;
        private decimal _balance;

        internal Account(Ledger ledger, string number)
        {
            _ledger = ledger;
            Number = number;
        }

        public string Number { get; }

        public decimal Balance
        {
            get
            {
                lock (_ledger._gate)
                {
                    return _balance;
                }
            }
        }

        public void Book(decimal amount)
        {
            lock (_ledger._gate)
            {
                _balance += amount;
                _ledger._turnover += Math.Abs(amount);
            }
        }
    }
}

public static class LedgerImport
{
    public static decimal Run(IReadOnlyList<(string Number, decimal Amount)> bookings)
    {
        var ledger = new Ledger();
        Parallel.ForEach(bookings, booking => ledger.Open(booking.Number).Book(booking.Amount));
        return ledger.Turnover;
    }
}
