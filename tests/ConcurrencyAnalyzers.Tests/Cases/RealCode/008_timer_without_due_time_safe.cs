// A timer that is made without a due time runs when somebody gives it one: what the constructor sets after it is set in time.
namespace Cases.R008;

public sealed class Batcher
{
    private readonly Timer _timer;
    private readonly List<string> _lines;

    public Batcher()
    {
        _timer = new Timer(Flush, null, Timeout.Infinite, Timeout.Infinite);
        _lines = new List<string>();
    }

    public void Start() => _timer.Change(100, Timeout.Infinite);

    private void Flush(object? state) => Console.WriteLine(_lines.Count);
}

public sealed class Hasty
{
    private readonly Timer _timer;
    private readonly List<string> _lines;

    public Hasty()
    {
        _timer = new Timer(Flush, null, 0, 1000);
        _lines = new List<string>(); // expect: RACE#late
    }

    public void Stop() => _timer.Dispose();

    private void Flush(object? state) => Console.WriteLine(_lines.Count); // expect: RACE#late
}
