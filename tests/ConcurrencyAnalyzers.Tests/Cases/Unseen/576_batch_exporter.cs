// Orders are sent in batches, several batches in flight at once.
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U576;

public sealed record Order(int Id, decimal Amount);

public interface IOrderGateway
{
    Task<int> SendAsync(IReadOnlyList<Order> orders, CancellationToken ct);
}

public sealed class BatchExporter
{
    private readonly IOrderGateway _gateway;
    private readonly int _batchSize;

    public BatchExporter(IOrderGateway gateway, int batchSize)
    {
        _gateway = gateway;
        _batchSize = batchSize;
    }

    public async Task<int> ExportAsync(IAsyncEnumerable<Order> orders, CancellationToken ct)
    {
        var sends = new List<Task<int>>();
        var batch = new List<Order>(_batchSize);

        await foreach (var order in orders.WithCancellation(ct))
        {
            if (order.Amount <= 0)
            {
                continue;
            }

            batch.Add(order); // expect: CAPTURE?, RACE?
            if (batch.Count < _batchSize)
            {
                continue;
            }

            sends.Add(Task.Run(() => _gateway.SendAsync(batch, ct), ct)); // expect: CAPTURE
            batch = new List<Order>(_batchSize); // expect: CAPTURE?, RACE?
        }

        var accepted = 0;
        if (batch.Count > 0)
        {
            accepted += await _gateway.SendAsync(batch, ct);
        }

        foreach (var count in await Task.WhenAll(sends))
        {
            accepted += count;
        }

        return accepted;
    }
}
