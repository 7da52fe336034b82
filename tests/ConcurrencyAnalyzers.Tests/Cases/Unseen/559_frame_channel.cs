// One Frame object is refilled and written again and again: the consumer looks at it while the camera overwrites it. difficulty: hard
using System.Threading.Channels;

namespace Cases.U559;

public sealed class Frame
{
    public int Number;
    public int Brightness;
}

public static class Camera
{
    public static async Task<int> RecordAsync(int frames, Func<int, int> shoot)
    {
        var channel = Channel.CreateBounded<Frame>(4);
        var consumer = Task.Run(async () =>
        {
            int dark = 0;
            await foreach (var frame in channel.Reader.ReadAllAsync())
            {
                if (frame.Brightness < 16) // expect: RACE#1
                {
                    dark++;
                }
            }
            return dark;
        });

        var current = new Frame();
        for (int i = 0; i < frames; i++)
        {
            current.Number = i; // expect: RACE?
            current.Brightness = shoot(i); // expect: RACE#1
            await channel.Writer.WriteAsync(current); // expect: RACE#1
        }
        channel.Writer.Complete();
        return await consumer;
    }
}
