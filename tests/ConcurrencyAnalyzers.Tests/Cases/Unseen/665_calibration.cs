// Order violation: Start puts the pump on the pool and only then sets the calibration that the pump uses. difficulty: medium
using System.Threading.Channels;

namespace Cases.U665;

public readonly record struct RawReading(int Channel, double Volts);

public sealed class Calibration(double gain, double offset)
{
    public static Calibration Parse(string text)
    {
        var parts = text.Split(';');
        return new Calibration(double.Parse(parts[0]), double.Parse(parts[1]));
    }

    public double Apply(double volts) => (volts * gain) + offset;
}

public interface IReadingSink
{
    Task WriteAsync(int channel, double value);
}

public sealed class AcquisitionPump(IReadingSink sink)
{
    private readonly Channel<RawReading> _input = Channel.CreateUnbounded<RawReading>();
    private Calibration? _calibration;
    private Task _pump = Task.CompletedTask;

    public void Start(string calibration)
    {
        _pump = Task.Run(PumpAsync); // expect: RACE#1, LAZY_INIT?
        _calibration = Calibration.Parse(calibration); // expect: RACE#1, LAZY_INIT?
    }

    public bool Offer(RawReading reading) => _input.Writer.TryWrite(reading);

    public Task StopAsync()
    {
        _input.Writer.TryComplete();
        return _pump;
    }

    private async Task PumpAsync()
    {
        await foreach (var reading in _input.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            double value = _calibration!.Apply(reading.Volts); // expect: RACE#1, LAZY_INIT?
            await sink.WriteAsync(reading.Channel, value).ConfigureAwait(false);
        }
    }
}
