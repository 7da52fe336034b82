using System.Threading.Channels;

namespace Blind.C1211;

public static class Program
{
    public static async Task Main(string[] args)
    {
        var frames = Channel.CreateUnbounded<string>();
        var nextId = CreateIds(1000);

        var senders = new List<Task>();
        foreach (var lane in new[] { "north", "south", "east" })
        {
            senders.Add(Task.Run(async () =>
            {
                for (var i = 0; i < 50; i++)
                {
                    await frames.Writer.WriteAsync($"{nextId()}:{lane}"); // expect: RACE#1
                }
            }));
        }

        var printer = PrintAsync(frames.Reader);
        await Task.WhenAll(senders);
        frames.Writer.Complete();
        Console.WriteLine(await printer);

        static Func<int> CreateIds(int first)
        {
            var current = first;
            return () =>
            {
                current++; // expect: RACE#1
                return current; // expect: RACE#1
            };
        }

        static async Task<int> PrintAsync(ChannelReader<string> reader)
        {
            var count = 0;
            await foreach (var frame in reader.ReadAllAsync())
            {
                count += frame.Length;
            }

            return count;
        }
    }
}
