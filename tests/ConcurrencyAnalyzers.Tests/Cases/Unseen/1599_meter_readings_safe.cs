// Collects meter readings and uploads them in batches while collecting goes on.
namespace Cases.U1599;

public sealed record Reading(string Meter, decimal KilowattHours);

public sealed class BillingClient
{
    private long _watts;

    public decimal Uploaded => Interlocked.Read(ref _watts) / 1000m;

    public async Task UploadAsync(IReadOnlyCollection<Reading> batch)
    {
        await Task.Yield();
        foreach (var reading in batch)
        {
            Interlocked.Add(ref _watts, (long)(reading.KilowattHours * 1000));
        }
    }
}

public sealed class ReadingUploader(BillingClient billing, int batchSize)
{
    private readonly List<Task> _uploads = [];
    private List<Reading> _pending = new(batchSize);

    public async Task<decimal> UploadAllAsync(IEnumerable<Reading> readings)
    {
        foreach (var reading in readings)
        {
            _pending.Add(reading);
            if (_pending.Count >= batchSize)
            {
                Flush();
            }
        }
        if (_pending.Count > 0)
        {
            Flush();
        }
        await Task.WhenAll(_uploads);
        return billing.Uploaded;
    }

    private void Flush()
    {
        var batch = _pending;
        _pending = new List<Reading>(batchSize);
        _uploads.Add(Task.Run(() => billing.UploadAsync(batch)));
    }
}

public static class Program
{
    public static async Task<int> Main()
    {
        var uploader = new ReadingUploader(new BillingClient(), 10);
        var readings = Enumerable.Range(1, 95).Select(i => new Reading($"m{i}", i));
        decimal uploaded = await uploader.UploadAllAsync(readings);
        return uploaded == 95m * 96m / 2m ? 0 : 1;
    }
}
