// Called through the interface from all workers, but a SpinLock with a flag and finally guards every access. difficulty: hard
namespace Cases.U320;

public interface IHitSink
{
    void Hit(string path, int bytes);
}

public sealed class TrafficSink : IHitSink
{
    private readonly Dictionary<string, long> _bytes = [];
    private SpinLock _spin = new(enableThreadOwnerTracking: false);
    private int _hits;

    public void Hit(string path, int bytes)
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            _hits++;
            _bytes[path] = _bytes.GetValueOrDefault(path) + bytes;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }

    public (int Hits, long Bytes) Totals()
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            return (_hits, _bytes.Values.Sum());
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }
}

public sealed class WebServer(IHitSink sink)
{
    public Task ServeAsync(IEnumerable<(string Path, int Bytes)> requests) =>
        Task.WhenAll(requests.Select(request => Task.Run(() => sink.Hit(request.Path, request.Bytes))));
}

public static class Site
{
    public static async Task<(int Hits, long Bytes)> ReplayAsync(IEnumerable<(string Path, int Bytes)> log)
    {
        var sink = new TrafficSink();
        await new WebServer(sink).ServeAsync(log);
        return sink.Totals();
    }
}
