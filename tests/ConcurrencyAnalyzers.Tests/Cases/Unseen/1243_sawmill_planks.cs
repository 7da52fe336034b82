using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Sawmill.Grading;

public sealed record Plank(int Log, int LengthMm, char Grade);

public interface IPlankStore
{
    Task AppendAsync(Plank plank);
}

public sealed class PlankRecorder
{
    private const int BatchSize = 200;
    private readonly IPlankStore _store;
    private readonly List<Plank> _batch = new(BatchSize);

    public PlankRecorder(IPlankStore store) => _store = store;

    public async Task RunAsync(ChannelReader<Plank> planks)
    {
        await foreach (var plank in planks.ReadAllAsync().ConfigureAwait(false))
        {
            _batch.Add(plank); // expect: RACE#1
            if (_batch.Count >= BatchSize)
            {
                _ = ShipAsync(_batch); // expect: MISSING_AWAIT?
                _batch.Clear(); // expect: RACE#1
            }
        }
        await ShipAsync(_batch).ConfigureAwait(false);
    }

    private async Task ShipAsync(List<Plank> planks)
    {
        await Task.Yield();
        foreach (var plank in planks) // expect: RACE#1
        {
            await _store.AppendAsync(plank).ConfigureAwait(false);
        }
    }
}

public static class SawLine
{
    public static async Task WorkAsync(IEnumerable<Plank> cut, IPlankStore store)
    {
        var channel = Channel.CreateBounded<Plank>(1000);
        var recording = Task.Run(() => new PlankRecorder(store).RunAsync(channel.Reader));
        foreach (var plank in cut)
        {
            await channel.Writer.WriteAsync(plank);
        }
        channel.Writer.Complete();
        await recording;
    }
}
