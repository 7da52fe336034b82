// Limits how many calls each tenant may have open at once.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U594;

public sealed record ReportRequest(string Tenant, string Query);

public sealed class TenantBulkhead
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _slots = new();
    private readonly int _perTenant;

    public TenantBulkhead(int perTenant) => _perTenant = perTenant;

    public async Task<T> RunAsync<T>(string tenant, Func<Task<T>> call, CancellationToken ct)
    {
        var slot = SlotFor(tenant);
        await slot.WaitAsync(ct);
        try
        {
            return await call();
        }
        finally
        {
            slot.Release();
        }
    }

    private SemaphoreSlim SlotFor(string tenant)
    {
        if (!_slots.TryGetValue(tenant, out var slot))
        {
            slot = new SemaphoreSlim(_perTenant, _perTenant);
            _slots[tenant] = slot; // expect: CHECK_THEN_ACT
        }

        return slot;
    }
}

public sealed class ReportService
{
    private readonly TenantBulkhead _bulkhead = new(perTenant: 2);
    private readonly Func<string, Task<string>> _execute;

    public ReportService(Func<string, Task<string>> execute) => _execute = execute;

    public async Task<IReadOnlyCollection<string>> RunAllAsync(IEnumerable<ReportRequest> requests, CancellationToken ct)
    {
        var results = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(requests, ct, async (request, token) =>
        {
            var rows = await _bulkhead.RunAsync(request.Tenant, () => _execute(request.Query), token);
            results.Add(rows);
        });
        return results;
    }
}
