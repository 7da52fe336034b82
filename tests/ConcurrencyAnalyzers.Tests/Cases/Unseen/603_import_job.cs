// A generic import job counts its records in the base class; subclasses say how a record is stored.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U603;

public sealed record ImportResult(int Imported, IReadOnlyCollection<string> Errors);

public abstract class ImportJob<TRecord>
{
    private readonly ConcurrentQueue<string> _errors = new();

    protected int Imported { get; private set; }

    public async Task<ImportResult> RunAsync(IAsyncEnumerable<TRecord> records, CancellationToken ct)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct };
        await Parallel.ForEachAsync(records, options, ImportOneAsync);
        return new ImportResult(Imported, _errors.ToArray());
    }

    protected abstract Task StoreAsync(TRecord record, CancellationToken ct);

    private async ValueTask ImportOneAsync(TRecord record, CancellationToken ct)
    {
        try
        {
            await StoreAsync(record, ct);
            MarkImported();
        }
        catch (InvalidOperationException ex)
        {
            _errors.Enqueue(ex.Message);
        }
    }

    private void MarkImported() => Imported++; // expect: RACE
}

public sealed record Customer(string Number, string Name);

public interface ICustomerStore
{
    Task UpsertAsync(Customer customer, CancellationToken ct);
}

public sealed class CustomerImport : ImportJob<Customer>
{
    private readonly ICustomerStore _store;

    public CustomerImport(ICustomerStore store) => _store = store;

    protected override Task StoreAsync(Customer record, CancellationToken ct)
    {
        if (record.Number.Length == 0)
        {
            throw new InvalidOperationException($"customer {record.Name} has no number");
        }

        return _store.UpsertAsync(record, ct);
    }
}
