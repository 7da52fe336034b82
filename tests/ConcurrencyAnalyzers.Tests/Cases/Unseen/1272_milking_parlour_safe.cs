using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Dairy.Creamery;

public sealed class VatSample
{
    public int Vat { get; set; }
    public double Fat { get; set; }
    public double[] Acidity { get; } = new double[4];
}

public interface IVatProbe
{
    bool Next(out int vat);
    double Fat();
    void ReadLayers(double[] acidity);
}

public sealed class VatReader
{
    private readonly IVatProbe _probe;
    private readonly ChannelReader<VatSample> _blank;
    private readonly ChannelWriter<VatSample> _filled;

    public VatReader(IVatProbe probe, ChannelReader<VatSample> blank, ChannelWriter<VatSample> filled) =>
        (_probe, _blank, _filled) = (probe, blank, filled);

    public async Task ReadAsync()
    {
        while (_probe.Next(out var vat))
        {
            var sample = await _blank.ReadAsync().ConfigureAwait(false);
            sample.Vat = vat;
            sample.Fat = _probe.Fat();
            _probe.ReadLayers(sample.Acidity);
            await _filled.WriteAsync(sample).ConfigureAwait(false);
        }
        _filled.Complete();
    }
}

public sealed class RipenessWatch
{
    private readonly Dictionary<int, double> _worst = new();

    public async Task<IReadOnlyDictionary<int, double>> WatchAsync(ChannelReader<VatSample> filled, ChannelWriter<VatSample> blank)
    {
        await foreach (var sample in filled.ReadAllAsync().ConfigureAwait(false))
        {
            var peak = sample.Acidity.Max() / Math.Max(1, sample.Fat);
            _worst[sample.Vat] = Math.Max(peak, _worst.GetValueOrDefault(sample.Vat));
            await blank.WriteAsync(sample).ConfigureAwait(false);
        }
        return _worst;
    }
}

public static class CheeseDay
{
    public static async Task<IReadOnlyDictionary<int, double>> RunAsync(IVatProbe probe)
    {
        var blank = Channel.CreateBounded<VatSample>(2);
        var filled = Channel.CreateBounded<VatSample>(2);
        await blank.Writer.WriteAsync(new VatSample());
        await blank.Writer.WriteAsync(new VatSample());
        var reading = Task.Run(() => new VatReader(probe, blank.Reader, filled.Writer).ReadAsync());
        var worst = await new RipenessWatch().WatchAsync(filled.Reader, blank.Writer);
        await reading;
        return worst;
    }
}
