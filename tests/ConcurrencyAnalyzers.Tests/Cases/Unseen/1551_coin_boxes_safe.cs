// Books the takings of vending machines side by side; the bookings of one machine come one after another, each with a call to the bank. difficulty: hard
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1551;

public sealed record Taking(string Machine, decimal Amount);

public interface ITakingsBank
{
    Task<string> CreditAsync(string machine, decimal amount, string? previousReceipt);
}

public sealed class CoinBoxes(ITakingsBank bank)
{
    private sealed class CoinBox
    {
        public readonly SemaphoreSlim Turn = new(1, 1);
        public decimal Sum;
        public string? Receipt;
    }

    private readonly ConcurrentDictionary<string, CoinBox> _boxes = new();

    public Task BookAllAsync(IEnumerable<Taking> takings) => Task.WhenAll(takings.Select(BookAsync));

    public async Task<decimal> SumAsync(string machine)
    {
        var box = BoxOf(machine);
        await box.Turn.WaitAsync();
        try
        {
            return box.Sum;
        }
        finally
        {
            box.Turn.Release();
        }
    }

    private async Task BookAsync(Taking taking)
    {
        var box = BoxOf(taking.Machine);
        await box.Turn.WaitAsync();
        try
        {
            box.Receipt = await bank.CreditAsync(taking.Machine, taking.Amount, box.Receipt);
            box.Sum += taking.Amount;
        }
        finally
        {
            box.Turn.Release();
        }
    }

    private CoinBox BoxOf(string machine) => _boxes.GetOrAdd(machine, _ => new CoinBox());
}
