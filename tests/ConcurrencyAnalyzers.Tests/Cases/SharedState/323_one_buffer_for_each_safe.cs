// The nearest safe twins: a buffer for each, a copy of it, one that comes back before it is used again.
using System.Buffers;
using System.Threading.Channels;

namespace Cases.S323;

public sealed class SonarRecorder
{
    private readonly Channel<byte[]> _pings = Channel.CreateBounded<byte[]>(16);

    public Task RunAsync(Stream hydrophone, Stream recording, CancellationToken token) => Task.WhenAll(
        Task.Run(() => ListenAsync(hydrophone, token), token),
        Task.Run(() => StoreAsync(recording, token), token));

    private async Task ListenAsync(Stream hydrophone, CancellationToken token)
    {
        var ping = new byte[2048];
        while (await hydrophone.ReadAsync(ping, token) > 0)
        {
            await _pings.Writer.WriteAsync(ping, token);
            ping = new byte[2048];
        }

        _pings.Writer.Complete();
    }

    private async Task StoreAsync(Stream recording, CancellationToken token)
    {
        await foreach (var ping in _pings.Reader.ReadAllAsync(token))
            await recording.WriteAsync(ping, token);
    }
}

public sealed class FrameGrabber
{
    private readonly System.Collections.Concurrent.BlockingCollection<int[]> _frames = new(4);

    public void Run(Func<int, int> pixel)
    {
        var show = Task.Run(Show);
        var frame = new int[64];
        for (var turn = 0; turn < 100; turn++)
        {
            for (var i = 0; i < frame.Length; i++)
                frame[i] = pixel(i + turn);
            _frames.Add(frame.ToArray());
        }

        _frames.CompleteAdding();
        show.Wait();
    }

    private void Show()
    {
        foreach (var frame in _frames.GetConsumingEnumerable())
            Console.WriteLine(frame.Sum());
    }
}

public sealed class Turnstile
{
    private readonly Channel<byte[]> _full = Channel.CreateBounded<byte[]>(4);
    private readonly Channel<byte[]> _free = Channel.CreateBounded<byte[]>(4);

    public async Task RunAsync(Stream source, Stream target)
    {
        for (var i = 0; i < 4; i++)
            await _free.Writer.WriteAsync(new byte[512]);
        await Task.WhenAll(Task.Run(() => FillAsync(source)), Task.Run(() => DrainAsync(target)));
    }

    private async Task FillAsync(Stream source)
    {
        while (true)
        {
            var buffer = await _free.Reader.ReadAsync();
            if (await source.ReadAsync(buffer) == 0)
                break;
            await _full.Writer.WriteAsync(buffer);
        }

        _full.Writer.Complete();
    }

    private async Task DrainAsync(Stream target)
    {
        await foreach (var buffer in _full.Reader.ReadAllAsync())
        {
            await target.WriteAsync(buffer);
            await _free.Writer.WriteAsync(buffer);
        }
    }
}

public static class Rented
{
    public static async Task RunAsync(Stream source, Stream target)
    {
        var channel = Channel.CreateBounded<byte[]>(8);
        var read = Task.Run(async () =>
        {
            while (true)
            {
                var buffer = ArrayPool<byte>.Shared.Rent(4096);
                if (await source.ReadAsync(buffer) == 0)
                    break;
                await channel.Writer.WriteAsync(buffer);
            }

            channel.Writer.Complete();
        });
        await foreach (var buffer in channel.Reader.ReadAllAsync())
        {
            await target.WriteAsync(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await read;
    }
}

public sealed class Tracker
{
    private readonly Channel<Position> _positions = Channel.CreateUnbounded<Position>();
    private readonly Position _last = new();

    private sealed class Position
    {
        public double X { get; set; }

        public Position Copy() => new() { X = X };
    }

    public Task RunAsync(Func<double> sensor) => Task.WhenAll(Task.Run(() => Follow(sensor)), Task.Run(PrintAsync));

    private void Follow(Func<double> sensor)
    {
        for (var i = 0; i < 1000; i++)
        {
            _last.X = sensor();
            _positions.Writer.TryWrite(_last.Copy());
        }

        _positions.Writer.Complete();
    }

    private async Task PrintAsync()
    {
        await foreach (var position in _positions.Reader.ReadAllAsync())
            Console.WriteLine(position.X);
    }
}
