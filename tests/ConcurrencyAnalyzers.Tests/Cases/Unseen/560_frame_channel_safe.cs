// Every message is a new Frame, untouched by the camera once it is in the channel; the single consumer owns it and its totals. difficulty: hard
using System.Threading.Channels;

namespace Cases.U560;

public sealed class Frame
{
    public int Number;
    public int Brightness;
}

public static class Camera
{
    public static async Task<int> RecordAsync(int frames, Func<int, int> shoot)
    {
        var channel = Channel.CreateUnbounded<Frame>(new UnboundedChannelOptions { SingleReader = true });
        int dark = 0;
        var consumer = Task.Run(async () =>
        {
            await foreach (var frame in channel.Reader.ReadAllAsync())
            {
                frame.Brightness += frame.Number % 2;
                if (frame.Brightness < 16)
                {
                    dark++;
                }
            }
        });

        for (int i = 0; i < frames; i++)
        {
            var current = new Frame { Number = i };
            current.Brightness = shoot(i);
            await channel.Writer.WriteAsync(current);
        }
        channel.Writer.Complete();
        await consumer;
        return dark;
    }
}
