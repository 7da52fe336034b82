// All is assigned before the first tick.
namespace Cases.P022;

public sealed class Heartbeat : IDisposable
{
    private readonly Timer _timer;
    private readonly TextWriter _log;
    private readonly string _prefix;

    public Heartbeat(string name, TextWriter log)
    {
        _prefix = name + ": ";
        _log = TextWriter.Synchronized(log);
        _timer = new Timer(Beat, null, 0, 1000);
    }

    public void Dispose() => _timer.Dispose();

    private void Beat(object? state) => _log.WriteLine(_prefix + DateTime.UtcNow);
}
