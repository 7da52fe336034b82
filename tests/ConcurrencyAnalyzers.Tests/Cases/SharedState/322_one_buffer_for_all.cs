// One buffer is filled, handed over to a consumer, and filled again for the next: the consumer reads what is being overwritten.
using System.Threading.Channels;

namespace Cases.S322;

public sealed class SonarRecorder
{
    private readonly Channel<byte[]> _pings = Channel.CreateBounded<byte[]>(16);

    public Task RunAsync(Stream hydrophone, Stream recording, CancellationToken token) => Task.WhenAll(
        Task.Run(() => ListenAsync(hydrophone, token), token),
        Task.Run(() => StoreAsync(recording, token), token));

    private async Task ListenAsync(Stream hydrophone, CancellationToken token)
    {
        var ping = new byte[2048];
        while (await hydrophone.ReadAsync(ping, token) > 0) // expect: RACE#1
            await _pings.Writer.WriteAsync(ping, token); // expect: RACE#1
        _pings.Writer.Complete();
    }

    private async Task StoreAsync(Stream recording, CancellationToken token)
    {
        await foreach (var ping in _pings.Reader.ReadAllAsync(token))
            await recording.WriteAsync(ping, token); // expect: RACE#1
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
                frame[i] = pixel(i + turn); // expect: RACE#2
            _frames.Add(frame);
        }

        _frames.CompleteAdding();
        show.Wait();
    }

    private void Show()
    {
        foreach (var frame in _frames.GetConsumingEnumerable())
            Console.WriteLine(frame.Sum()); // expect: RACE#2
    }
}

public static class Batches
{
    public static async Task RunAsync(IEnumerable<string> lines)
    {
        var channel = Channel.CreateUnbounded<List<string>>();
        var writer = Task.Run(async () =>
        {
            var batch = new List<string>();
            foreach (var line in lines)
            {
                batch.Add(line); // expect: RACE#3
                if (batch.Count == 100)
                {
                    await channel.Writer.WriteAsync(batch);
                    batch.Clear(); // expect: RACE#3
                }
            }

            channel.Writer.Complete();
        });
        while (await channel.Reader.WaitToReadAsync())
        {
            while (channel.Reader.TryRead(out var batch))
                Console.WriteLine(string.Join(',', batch)); // expect: RACE#3
        }

        await writer;
    }
}

public sealed class Tracker
{
    private readonly Channel<Position> _positions = Channel.CreateUnbounded<Position>();
    private readonly Position _last = new();

    private sealed class Position
    {
        public double X { get; set; }

        public double Y { get; set; }
    }

    public Task RunAsync(Func<double> sensor) => Task.WhenAll(Task.Run(() => Follow(sensor)), Task.Run(PrintAsync));

    private void Follow(Func<double> sensor)
    {
        for (var i = 0; i < 1000; i++)
        {
            _last.X = sensor(); // expect: RACE#4
            _last.Y = sensor(); // expect: RACE#4
            _positions.Writer.TryWrite(_last);
        }

        _positions.Writer.Complete();
    }

    private async Task PrintAsync()
    {
        await foreach (var position in _positions.Reader.ReadAllAsync())
            Console.WriteLine($"{position.X} {position.Y}"); // expect: RACE#4
    }
}
