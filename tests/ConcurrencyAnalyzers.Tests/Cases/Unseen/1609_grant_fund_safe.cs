// Grants are paid from the yearly fund of their foundation.
namespace Cases.U1609;

public sealed record Grant(string Applicant, decimal Amount);

public sealed class YearlyFund(decimal amount)
{
    private readonly Lock _gate = new();
    private decimal _left = amount;

    public decimal Left
    {
        get
        {
            lock (_gate)
            {
                return _left;
            }
        }
    }

    public bool TryWithdraw(decimal price)
    {
        lock (_gate)
        {
            if (_left < price)
            {
                return false;
            }
            _left -= price;
            return true;
        }
    }
}

public sealed class Foundation(string name, YearlyFund fund)
{
    private int _paid;

    public string Name => name;

    public int Paid => Volatile.Read(ref _paid);

    public bool TryPay(Grant grant)
    {
        if (fund.Left < grant.Amount)
        {
            return false;
        }
        if (!fund.TryWithdraw(grant.Amount))
        {
            return false;
        }
        Interlocked.Increment(ref _paid);
        return true;
    }
}

public sealed class GrantBoard(IReadOnlyList<Foundation> foundations)
{
    public int Decide(IEnumerable<Grant> grants)
    {
        int paid = 0;
        Parallel.ForEach(grants, grant =>
        {
            foreach (var foundation in foundations)
            {
                if (foundation.TryPay(grant))
                {
                    Interlocked.Increment(ref paid);
                    break;
                }
            }
        });
        return paid;
    }
}
