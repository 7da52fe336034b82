using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace ConcurrencyAnalyzers.Workers.TestHost;

/// <summary>Gets workers into some state, says so, and then lives until it is killed.</summary>
internal static class Hold
{
    public static async Task<int> RunAsync(string kind, string mark)
    {
        var pool = NewPool(mark);
        switch (kind)
        {
            case "idle":
                await pool.WarmUpAsync();
                break;
            case "loop":
                await pool.WarmUpAsync();
                _ = pool.RunAsync(Loop);
                _ = pool.RunAsync(Loop);
                break;
            case "allocate":
                await pool.WarmUpAsync();
                _ = pool.RunAsync(Allocate);
                _ = pool.RunAsync(Allocate);
                break;
            case "starting":
                _ = pool.WarmUpAsync();
                break;
            case "reading":
                await pool.WarmUpAsync();
                var slow = Channel.CreateUnbounded<Slow>();
                slow.Writer.TryWrite(new Slow());
                _ = pool.RunAsync(ReadAsync, slow.Reader);
                await Task.Delay(Timeout.Infinite); // the item says when it is being read
                break;
        }
        Console.WriteLine("READY");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    /// <summary>Leaves while its workers are busy.</summary>
    public static async Task<int> ExitAsync(string mark)
    {
        var pool = NewPool(mark);
        await pool.WarmUpAsync();
        _ = pool.RunAsync(Loop);
        _ = pool.RunAsync(Loop);
        return 7;
    }

    private static WorkerPool NewPool(string mark) => new(new WorkerPoolOptions
    {
        MaxWorkers = 2,
        Environment = new Dictionary<string, string?> { ["CW_TEST_MARK"] = mark },
    });

    private static async Task ReadAsync(ChannelReader<Slow> items) => await items.ReadAsync();

    private static void Loop()
    {
        while (true)
            Thread.SpinWait(1000);
    }

    private static void Allocate()
    {
        var kept = new object?[10_000];
        for (var i = 0; ; i++)
            kept[i % kept.Length] = new byte[1000 + (i % 5000)];
    }

    [JsonConverter(typeof(Converter))]
    private sealed class Slow
    {
        private sealed class Converter : JsonConverter<Slow>
        {
            public override Slow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            {
                Console.WriteLine("READY");
                Thread.Sleep(Timeout.Infinite);
                return new Slow();
            }

            public override void Write(Utf8JsonWriter writer, Slow value, JsonSerializerOptions options) => writer.WriteNumberValue(1);
        }
    }
}
