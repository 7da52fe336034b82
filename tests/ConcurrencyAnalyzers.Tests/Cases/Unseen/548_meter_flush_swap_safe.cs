// The list is swapped for a new one under the lock: from then on the flusher is the only owner of the old list. difficulty: hard
namespace Cases.U548;

public sealed class MeterLog(Func<IReadOnlyList<double>, Task> write)
{
    private readonly object _gate = new();
    private List<double> _samples = [];

    public void Record(double value)
    {
        lock (_gate)
        {
            _samples.Add(value);
        }
    }

    public async Task<int> FlushAsync()
    {
        var batch = TakeAll();
        batch.RemoveAll(double.IsNaN);
        if (batch.Count > 0)
        {
            await write(batch);
        }
        return batch.Count;
    }

    private List<double> TakeAll()
    {
        lock (_gate)
        {
            var taken = _samples;
            _samples = [];
            return taken;
        }
    }
}
