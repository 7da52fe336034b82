using System.Threading.Channels;

namespace Blind.C1212;

public static class Program
{
    public static async Task Main(string[] args)
    {
        var readings = Channel.CreateBounded<Reading>(16);
        var totals = new Dictionary<string, double>();
        var accepted = 0;

        var collecting = Task.Run(async () =>
        {
            await foreach (var reading in readings.Reader.ReadAllAsync())
            {
                totals[reading.Lane] = totals.GetValueOrDefault(reading.Lane) + reading.Value;
                reading.Note = "collected";
                accepted++;
            }
        });

        var senders = new List<Task>();
        foreach (var lane in new[] { "north", "south", "east" })
        {
            var nextId = CreateIds(1000);
            senders.Add(Task.Run(async () =>
            {
                for (var i = 0; i < 50; i++)
                {
                    var reading = new Reading(lane, nextId()) { Value = i };
                    reading.Note = "sent";
                    await readings.Writer.WriteAsync(reading);
                }
            }));
        }

        await Task.WhenAll(senders);
        readings.Writer.Complete();
        await collecting;
        Console.WriteLine(accepted);
        foreach (var (lane, total) in totals)
        {
            Console.WriteLine($"{lane} {total}");
        }

        static Func<int> CreateIds(int first)
        {
            var current = first;
            return () => ++current;
        }
    }
}

public sealed class Reading(string lane, int id)
{
    public string Lane { get; } = lane;

    public int Id { get; } = id;

    public double Value { get; set; }

    public string? Note { get; set; }
}
