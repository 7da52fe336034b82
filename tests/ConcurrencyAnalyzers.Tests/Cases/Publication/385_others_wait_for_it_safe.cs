// The first one in makes the object; the others wait for it, leave, or look whether it is there.
namespace Cases.C385;

public sealed class Prices
{
    private readonly ManualResetEventSlim _ready = new();
    private int _initialized;
    private Dictionary<string, int>? _table;

    public int Get(string key)
    {
        if (Interlocked.CompareExchange(ref _initialized, 1, 0) == 0)
        {
            _table = new Dictionary<string, int> { ["a"] = 1 };
            _ready.Set();
        }

        _ready.Wait();
        return _table![key];
    }
}

public sealed class Pump
{
    private int _started;
    private Timer? _timer;

    public bool Start(int period)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            return false;
        }

        _timer = new Timer(static _ => Console.Beep(), null, Timeout.Infinite, Timeout.Infinite);
        return _timer.Change(0, period);
    }

    public void Stop() => _timer?.Dispose();
}

public sealed class Report
{
    private int _asked;
    private string? _text;

    public int Length()
    {
        if (Interlocked.CompareExchange(ref _asked, 1, 0) == 0)
        {
            _text = File.ReadAllText("report.txt");
        }

        return _text?.Length ?? 0;
    }
}
