// One task writes, fed by a channel; the others only send lines.
using System.Threading.Channels;

namespace Cases.S112;

public static class Export
{
    public static async Task WriteAsync(string path, string[] heads, string[] tails)
    {
        var lines = Channel.CreateUnbounded<string>();
        await using var writer = new StreamWriter(path);
        var sink = Task.Run(async () =>
        {
            await foreach (var line in lines.Reader.ReadAllAsync())
            {
                await writer.WriteLineAsync(line);
            }
        });
        var a = Task.Run(() => { foreach (var h in heads) lines.Writer.TryWrite(h); });
        var b = Task.Run(() => { foreach (var t in tails) lines.Writer.TryWrite(t); });
        await Task.WhenAll(a, b);
        lines.Writer.Complete();
        await sink;
    }
}
