// One Sample object is reused for every message: the producer overwrites it while the consumer still reads the one it was sent. difficulty: hard
using System.Threading.Channels;

namespace Cases.U812;

public interface ISensor
{
    Task<double> ReadAsync();
}

public sealed class Sample
{
    public long Ticks { get; set; }

    public double Celsius { get; set; }
}

public sealed class SensorGateway(ISensor sensor, Func<long, double, Task> store)
{
    private readonly Channel<Sample> _samples = Channel.CreateUnbounded<Sample>();

    public async Task<double> RecordAsync(int count)
    {
        Task<double> draining = Task.Run(DrainAsync);
        await Task.WhenAll(ProduceAsync(count), draining);
        return await draining;
    }

    private async Task ProduceAsync(int count)
    {
        var sample = new Sample();
        try
        {
            for (int i = 0; i < count; i++)
            {
                sample.Ticks = DateTime.UtcNow.Ticks; // expect: RACE#1
                sample.Celsius = await sensor.ReadAsync(); // expect: RACE#1
                await _samples.Writer.WriteAsync(sample); // expect: RACE?
            }
        }
        finally
        {
            _samples.Writer.Complete();
        }
    }

    private async Task<double> DrainAsync()
    {
        double warmest = double.MinValue;
        await foreach (Sample sample in _samples.Reader.ReadAllAsync())
        {
            warmest = Math.Max(warmest, sample.Celsius); // expect: RACE#1
            await store(sample.Ticks, sample.Celsius); // expect: RACE#1
        }
        return warmest;
    }
}
