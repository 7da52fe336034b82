// The timer callback adds to plain fields on a pool thread while the owner reads and resets them. difficulty: medium
namespace Cases.U967;

public sealed class NoiseMeter : IAsyncDisposable
{
    private readonly Func<double> _microphone;
    private readonly Timer _timer;
    private double _sum;
    private int _samples;

    public NoiseMeter(Func<double> microphone, TimeSpan period)
    {
        _microphone = microphone;
        _timer = new Timer(Sample, null, period, period);
    }

    public double TakeAverage()
    {
        double average = _samples == 0 ? 0 : _sum / _samples; // expect: RACE#1
        _sum = 0; // expect: RACE#1
        _samples = 0; // expect: RACE#2
        return average;
    }

    private void Sample(object? state)
    {
        _sum += _microphone(); // expect: RACE#1
        _samples++; // expect: RACE#2
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
