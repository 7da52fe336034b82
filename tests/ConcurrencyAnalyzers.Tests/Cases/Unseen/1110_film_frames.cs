using System.Threading.Channels;

namespace Cases.L1110;

public sealed class FilmWriter
{
    private readonly Channel<byte[]> _frames = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(16) { SingleReader = true });
    private readonly MemoryStream _film = new();
    private readonly Task _pump;

    public FilmWriter() => _pump = PumpAsync();

    public ValueTask AddAsync(byte[] frame, CancellationToken ct = default) => _frames.Writer.WriteAsync(frame, ct);

    public async Task<byte[]> FinishAsync()
    {
        _frames.Writer.Complete();
        await _pump;
        return _film.ToArray();
    }

    private async Task PumpAsync()
    {
        await foreach (byte[] frame in _frames.Reader.ReadAllAsync())
        {
            _film.Write(BitConverter.GetBytes(frame.Length));
            _film.Write(frame);
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var writer = new FilmWriter();
        Task[] cameras = Enumerable.Range(0, 3).Select(camera => Task.Run(async () =>
        {
            for (int i = 0; i < 40; i++)
            {
                var frame = new byte[32 + camera];
                Array.Fill(frame, (byte)i);
                await writer.AddAsync(frame);
            }
        })).ToArray();
        await Task.WhenAll(cameras);
        byte[] film = await writer.FinishAsync();
        Console.WriteLine(film.Length);
    }
}
