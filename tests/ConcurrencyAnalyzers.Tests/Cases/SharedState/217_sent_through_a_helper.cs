// One object is sent again and again by a helper that is handed the writer.
using System.Threading.Channels;
namespace Cases.S217;

public sealed class Sample { public double Value; }
public static class Gateway
{
    public static async Task<double> RunAsync(Func<Task<double>> read, int n)
    {
        var channel = Channel.CreateUnbounded<Sample>();
        var producer = Task.Run(() => ProduceAsync(channel.Writer, read, n));
        double max = 0;
        await foreach (var sample in channel.Reader.ReadAllAsync())
        {
            max = Math.Max(max, sample.Value); // expect: RACE#1
        }
        await producer;
        return max;
    }
    private static async Task ProduceAsync(ChannelWriter<Sample> writer, Func<Task<double>> read, int n)
    {
        var sample = new Sample();
        for (int i = 0; i < n; i++)
        {
            sample.Value = await read(); // expect: RACE#1
            await writer.WriteAsync(sample);
        }
        writer.Complete();
    }
}
