// Keeps the open debts of the customers of a shop and finds those who have to be reminded. difficulty: hard
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1364;

public sealed class DebtBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, decimal> _debts = [];

    public void Charge(string customer, decimal amount)
    {
        lock (_gate)
        {
            _debts[customer] = _debts.GetValueOrDefault(customer) + amount;
        }
    }

    public void Settle(string customer)
    {
        lock (_gate)
        {
            _debts.Remove(customer);
        }
    }

    public IEnumerable<string> ToRemind(decimal limit)
    {
        lock (_gate)
        {
            return _debts // expect: ESCAPES_LOCK#1
                .Where(debt => debt.Value > limit) // expect: ESCAPES_LOCK#1
                .Select(debt => debt.Key); // expect: ESCAPES_LOCK#1
        }
    }
}
