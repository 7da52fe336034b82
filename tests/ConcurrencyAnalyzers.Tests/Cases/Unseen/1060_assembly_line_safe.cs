using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Factory.Assembly;

public sealed class WorkPiece(int serial)
{
    public int Serial => serial;
    public List<string> Steps { get; } = [];
    public double Quality { get; set; } = 1;
}

public interface IStation
{
    string Name { get; }
    ValueTask ProcessAsync(WorkPiece piece, CancellationToken ct);
}

public sealed class Welding(double loss) : IStation
{
    private SpinLock _spin = new(enableThreadOwnerTracking: false);
    private double _energy;

    public string Name => "welding";

    public double Energy
    {
        get
        {
            bool taken = false;
            try
            {
                _spin.Enter(ref taken);
                return _energy;
            }
            finally
            {
                if (taken)
                {
                    _spin.Exit();
                }
            }
        }
    }

    public ValueTask ProcessAsync(WorkPiece piece, CancellationToken ct)
    {
        piece.Quality *= 1 - loss;
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            _energy += 1.7;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
        return ValueTask.CompletedTask;
    }
}

public sealed class AssemblyLine(IReadOnlyList<IStation> stations, int parallelism)
{
    public async IAsyncEnumerable<WorkPiece> RunAsync(int count, [EnumeratorCancellation] CancellationToken ct = default)
    {
        Channel<WorkPiece> source = Channel.CreateBounded<WorkPiece>(16);
        ChannelReader<WorkPiece> reader = source.Reader;
        var running = new List<Task> { FeedAsync(source.Writer, count, ct) };
        foreach (IStation station in stations)
        {
            Channel<WorkPiece> output = Channel.CreateBounded<WorkPiece>(16);
            running.Add(StationAsync(station, reader, output.Writer, ct));
            reader = output.Reader;
        }

        await foreach (WorkPiece piece in reader.ReadAllAsync(ct).ConfigureAwait(false))
        {
            yield return piece;
        }
        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private static async Task FeedAsync(ChannelWriter<WorkPiece> writer, int count, CancellationToken ct)
    {
        for (int serial = 1; serial <= count; serial++)
        {
            await writer.WriteAsync(new WorkPiece(serial), ct).ConfigureAwait(false);
        }
        writer.Complete();
    }

    private async Task StationAsync(IStation station, ChannelReader<WorkPiece> input, ChannelWriter<WorkPiece> output, CancellationToken ct)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, parallelism).Select(_ => Task.Run(async () =>
            {
                await foreach (WorkPiece piece in input.ReadAllAsync(ct).ConfigureAwait(false))
                {
                    await station.ProcessAsync(piece, ct).ConfigureAwait(false);
                    piece.Steps.Add(station.Name);
                    await output.WriteAsync(piece, ct).ConfigureAwait(false);
                }
            }, ct))).ConfigureAwait(false);
        }
        finally
        {
            output.TryComplete();
        }
    }
}
