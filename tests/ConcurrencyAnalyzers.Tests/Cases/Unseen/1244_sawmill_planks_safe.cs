using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Sawmill.Drying;

public sealed record DriedPlank(int Stack, int LengthMm, double Moisture);

public interface IKilnArchive
{
    Task AppendAsync(DriedPlank plank);
}

public sealed class DryingRecorder
{
    private const int BatchSize = 200;
    private readonly IKilnArchive _archive;
    private readonly List<Task> _shipments = new();
    private List<DriedPlank> _batch = new(BatchSize);

    public DryingRecorder(IKilnArchive archive) => _archive = archive;

    public async Task RunAsync(ChannelReader<DriedPlank> planks)
    {
        await foreach (var plank in planks.ReadAllAsync().ConfigureAwait(false))
        {
            _batch.Add(plank);
            if (_batch.Count >= BatchSize)
            {
                Ship();
            }
        }
        Ship();
        await Task.WhenAll(_shipments).ConfigureAwait(false);
    }

    private void Ship()
    {
        var full = _batch;
        _batch = new List<DriedPlank>(BatchSize);
        _shipments.Add(ShipAsync(full));
    }

    private async Task ShipAsync(List<DriedPlank> planks)
    {
        await Task.Yield();
        foreach (var plank in planks)
        {
            await _archive.AppendAsync(plank).ConfigureAwait(false);
        }
        planks.Clear();
    }
}

public static class DryingLine
{
    public static async Task WorkAsync(IEnumerable<DriedPlank> unloaded, IKilnArchive archive)
    {
        var channel = Channel.CreateBounded<DriedPlank>(1000);
        var recording = Task.Run(() => new DryingRecorder(archive).RunAsync(channel.Reader));
        foreach (var plank in unloaded)
        {
            await channel.Writer.WriteAsync(plank);
        }
        channel.Writer.Complete();
        await recording;
    }
}
