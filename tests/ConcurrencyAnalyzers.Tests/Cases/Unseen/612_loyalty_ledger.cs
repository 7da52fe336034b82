// Loyalty points per member; bonuses are looked up between reading and writing the balance.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U612;

public sealed record Purchase(string Member, decimal Amount);

public interface IBonusRules
{
    Task<decimal> FactorAsync(int currentPoints, CancellationToken ct);
}

public sealed class LoyaltyLedger
{
    private readonly object _sync = new();
    private readonly Dictionary<string, int> _points = new();
    private readonly IBonusRules _rules;

    public LoyaltyLedger(IBonusRules rules) => _rules = rules;

    public int PointsOf(string member)
    {
        lock (_sync)
        {
            return _points.GetValueOrDefault(member);
        }
    }

    public async Task AwardAsync(Purchase purchase, CancellationToken ct)
    {
        int current;
        lock (_sync)
        {
            _points.TryGetValue(purchase.Member, out current);
        }

        var factor = await _rules.FactorAsync(current, ct);
        var earned = (int)(purchase.Amount * factor);

        lock (_sync)
        {
            _points[purchase.Member] = current + earned; // expect: CHECK_THEN_ACT
        }
    }
}

public sealed class PurchaseConsumer
{
    private readonly LoyaltyLedger _ledger;

    public PurchaseConsumer(LoyaltyLedger ledger) => _ledger = ledger;

    public async Task ConsumeAsync(IAsyncEnumerable<Purchase> purchases, CancellationToken ct)
    {
        await Parallel.ForEachAsync(purchases, ct, async (purchase, token) =>
        {
            if (purchase.Amount > 0)
            {
                await _ledger.AwardAsync(purchase, token);
            }
        });
    }
}
