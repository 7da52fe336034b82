// The limit is checked in one locked region and the booking made in a second one: two payments can both pass the check. difficulty: medium
namespace Cases.U649;

public sealed record Payment(string Reference, decimal Amount);

public sealed class CreditLine(decimal limit)
{
    private readonly object _gate = new();
    private readonly List<Payment> _payments = [];
    private decimal _drawn;

    public decimal Available
    {
        get
        {
            lock (_gate)
            {
                return limit - _drawn;
            }
        }
    }

    public bool TryDraw(Payment payment)
    {
        if (Available < payment.Amount)
        {
            return false;
        }

        var stamped = payment with { Reference = $"{DateTime.UtcNow:yyyyMMdd}-{payment.Reference}" };
        lock (_gate)
        {
            _drawn += stamped.Amount; // expect: CHECK_THEN_ACT
            _payments.Add(stamped); // expect: CHECK_THEN_ACT?
        }
        return true;
    }

    public void Repay(decimal amount)
    {
        lock (_gate)
        {
            _drawn = Math.Max(0m, _drawn - amount);
        }
    }

    public Payment[] Statement()
    {
        lock (_gate)
        {
            return _payments.ToArray();
        }
    }
}

public static class PaymentRun
{
    public static int Execute(CreditLine line, IEnumerable<Payment> payments)
    {
        int accepted = 0;
        Parallel.ForEach(payments, payment =>
        {
            if (line.TryDraw(payment))
            {
                Interlocked.Increment(ref accepted);
            }
        });
        return accepted;
    }
}
