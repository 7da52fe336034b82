// The producer keeps writing into the frame after it has handed it over.
// Blind: waiting for the same channel counts as an order between the write and the read.
using System.Threading.Channels;

namespace Cases.S066;

public sealed class Frame
{
    public int Number;
}

public static class VideoPipe
{
    public static async Task<long> RunAsync(int frames)
    {
        var channel = Channel.CreateBounded<Frame>(4);
        var frame = new Frame();
        var producer = Task.Run(async () =>
        {
            for (int i = 0; i < frames; i++)
            {
                frame.Number = i; // blind: RACE#1
                await channel.Writer.WriteAsync(frame);
            }

            channel.Writer.Complete();
        });
        long sum = 0;
        await foreach (var next in channel.Reader.ReadAllAsync())
        {
            sum += next.Number + frame.Number; // blind: RACE#1
        }

        await producer;
        return sum;
    }
}
