// Purchase orders number themselves from a plain static counter while files are imported in parallel. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U701;

public abstract class NumberedDocument
{
    private static int s_lastNumber;

    protected NumberedDocument(string prefix)
    {
        int number = ++s_lastNumber; // expect: RACE
        Reference = $"{prefix}-{number:D6}";
    }

    public string Reference { get; }
}

public sealed class PurchaseOrder(string supplier, decimal amount) : NumberedDocument("PO")
{
    public string Supplier { get; } = supplier;

    public decimal Amount { get; } = amount;

    public static PurchaseOrder? TryParse(string line)
    {
        string[] parts = line.Split(';');
        return parts.Length == 2 && decimal.TryParse(parts[1], out decimal amount)
            ? new PurchaseOrder(parts[0], amount)
            : null;
    }
}

public sealed class OrderImport
{
    private readonly ConcurrentQueue<PurchaseOrder> _accepted = new();

    public async Task<decimal> ImportAsync(IEnumerable<string> files, CancellationToken stop)
    {
        await Parallel.ForEachAsync(files, stop, ImportFileAsync);
        return _accepted.Sum(order => order.Amount);
    }

    private async ValueTask ImportFileAsync(string file, CancellationToken stop)
    {
        foreach (string line in await File.ReadAllLinesAsync(file, stop))
        {
            if (PurchaseOrder.TryParse(line) is { } order)
            {
                _accepted.Enqueue(order);
            }
        }
    }
}
