using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Dairy.Parlour;

public sealed class MilkSample
{
    public int Cow { get; set; }
    public double Litres { get; set; }
    public double[] Conductivity { get; } = new double[4];
}

public interface IMilkMeter
{
    bool Next(out int cow);
    double Litres();
    void ReadTeats(double[] conductivity);
}

public sealed class ParlourReader
{
    private readonly IMilkMeter _meter;
    private readonly ChannelWriter<MilkSample> _samples;

    public ParlourReader(IMilkMeter meter, ChannelWriter<MilkSample> samples) => (_meter, _samples) = (meter, samples);

    public async Task ReadAsync()
    {
        var sample = new MilkSample();
        while (_meter.Next(out var cow))
        {
            sample.Cow = cow; // expect: RACE#1
            sample.Litres = _meter.Litres(); // expect: RACE#1
            _meter.ReadTeats(sample.Conductivity); // expect: RACE#1
            await _samples.WriteAsync(sample).ConfigureAwait(false);
        }
        _samples.Complete();
    }
}

public sealed class MastitisWatch
{
    private readonly Dictionary<int, double> _worst = new();

    public async Task<IReadOnlyDictionary<int, double>> WatchAsync(ChannelReader<MilkSample> samples)
    {
        await foreach (var sample in samples.ReadAllAsync().ConfigureAwait(false))
        {
            var peak = sample.Conductivity.Max() / Math.Max(1, sample.Litres); // expect: RACE#1
            _worst[sample.Cow] = Math.Max(peak, _worst.GetValueOrDefault(sample.Cow)); // expect: RACE#1
        }
        return _worst;
    }
}

public static class MilkingTime
{
    public static async Task<IReadOnlyDictionary<int, double>> RunAsync(IMilkMeter meter)
    {
        var channel = Channel.CreateBounded<MilkSample>(16);
        var reading = Task.Run(() => new ParlourReader(meter, channel.Writer).ReadAsync());
        var worst = await new MastitisWatch().WatchAsync(channel.Reader);
        await reading;
        return worst;
    }
}
