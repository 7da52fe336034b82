// Looking for a running load and registering a new one is one step under the lock, so a report is loaded once however many ask. difficulty: hard
namespace Cases.U761;

public sealed record ReportData(string Name, byte[] Content);

public interface IReportStore
{
    Task<ReportData> LoadAsync(string name);
}

public sealed class ReportLoader(IReportStore store)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<ReportData>> _running = [];
    private int _shared;

    public Task<ReportData> GetAsync(string name)
    {
        lock (_gate)
        {
            if (_running.TryGetValue(name, out var running))
            {
                _shared++;
                return running;
            }

            var load = Task.Run(() => LoadAndForgetAsync(name));
            _running.Add(name, load);
            return load;
        }
    }

    public int Shared
    {
        get
        {
            lock (_gate)
            {
                return _shared;
            }
        }
    }

    private async Task<ReportData> LoadAndForgetAsync(string name)
    {
        try
        {
            return await store.LoadAsync(name).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(name);
            }
        }
    }
}
