// The short constructor and a periodic Change: callbacks against the public member.
namespace Cases.F033;

public sealed class Gauge
{
    private readonly Timer _timer;
    private readonly Dictionary<int, int> _samples = new();

    public Gauge()
    {
        _timer = new Timer(state => Sample());
        _timer.Change(100, 100);
    }

    public int Of(int second) => _samples.TryGetValue(second, out var count) ? count : 0; // expect: RACE

    private void Sample() => _samples[DateTime.UtcNow.Second] = 1; // expect: RACE
}
