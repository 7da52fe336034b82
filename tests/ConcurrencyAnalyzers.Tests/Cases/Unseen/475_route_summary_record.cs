// A record is a class like any other: three consumers of one channel change its settable properties at once. difficulty: medium
using System.Threading.Channels;

namespace Cases.U475;

public sealed record Leg(string From, string To);

public sealed record RouteSummary
{
    public int Legs { get; set; }
    public double Kilometres { get; set; }
}

public sealed class RoutePlanner(Func<Leg, Task<double>> measure)
{
    public async Task<RouteSummary> SummariseAsync(IEnumerable<Leg> legs)
    {
        var channel = Channel.CreateBounded<Leg>(16);
        var summary = new RouteSummary();
        Task[] consumers = [.. Enumerable.Range(0, 3).Select(_ => ConsumeAsync(channel.Reader, summary))];
        foreach (var leg in legs)
        {
            await channel.Writer.WriteAsync(leg);
        }
        channel.Writer.Complete();
        await Task.WhenAll(consumers);
        return summary;
    }

    private async Task ConsumeAsync(ChannelReader<Leg> reader, RouteSummary summary)
    {
        await foreach (var leg in reader.ReadAllAsync())
        {
            double distance = await measure(leg);
            summary.Legs++; // expect: RACE
            summary.Kilometres += distance; // expect: RACE
        }
    }
}
