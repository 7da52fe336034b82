// Buffers move through a channel: who has read one owns it.
using System.Threading.Channels;

namespace Cases.S065;

public sealed class Frame
{
    public int Number;
    public byte[] Pixels = new byte[64];
}

public static class VideoPipe
{
    public static async Task<long> RunAsync(int frames)
    {
        var channel = Channel.CreateBounded<Frame>(4);
        var producer = Task.Run(async () =>
        {
            for (int i = 0; i < frames; i++)
            {
                var frame = new Frame();
                frame.Number = i;
                frame.Pixels[0] = (byte)i;
                await channel.Writer.WriteAsync(frame);
            }

            channel.Writer.Complete();
        });
        long sum = 0;
        await foreach (var frame in channel.Reader.ReadAllAsync())
        {
            frame.Number++;
            sum += frame.Pixels[0];
        }

        await producer;
        return sum;
    }
}
