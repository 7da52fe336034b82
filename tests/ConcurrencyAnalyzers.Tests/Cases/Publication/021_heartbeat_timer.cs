// The first tick is due at once and may come before the log is there.
namespace Cases.P021;

public sealed class Heartbeat : IDisposable
{
    private readonly Timer _timer;
    private readonly TextWriter _log;
    private readonly string _prefix;

    public Heartbeat(string name, TextWriter log)
    {
        _prefix = name + ": ";
        _timer = new Timer(Beat, null, 0, 1000); // expect: LAZY_INIT?
        _log = TextWriter.Synchronized(log); // expect: RACE#1
    }

    public void Dispose() => _timer.Dispose();

    private void Beat(object? state) => _log.WriteLine(_prefix + DateTime.UtcNow); // expect: RACE#1
}
