using System.Threading.Channels;

namespace ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

/// <summary>What the soak run has workers do.</summary>
internal static class SoakJobs
{
    public static int Echo(int value) => value;

    public static string Text(string value) => value;

    public static byte[] Large(byte[] value)
    {
        value[^1]++;
        return value;
    }

    public static int Throw(string message) => throw new FormatException(message);

    public static int Hang()
    {
        while (true)
            Thread.SpinWait(1000);
    }

    /// <summary>Garbage without end, and the collector with it.</summary>
    public static int Allocate()
    {
        var kept = new object?[10_000];
        for (var i = 0; ; i++)
            kept[i % kept.Length] = new byte[1000 + (i % 5000)];
    }

    public static int Begin(SharedBuffer<byte> begun, int number)
    {
        begun[number]++;
        return number;
    }

    public static int HangDeaf(CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested ? 0 : Hang();

    public static async Task<int> SleepAsync(int milliseconds, CancellationToken cancellationToken)
    {
        await Task.Delay(milliseconds, cancellationToken);
        return milliseconds;
    }

    public static int Exit() => throw new InvalidOperationException(Leave());

    public static int FailFast() => throw new InvalidOperationException(Crash());

    public static int Overflow(int depth) => 1 + Overflow(depth + 1);

    public static int Report(int count, IProgress<int> progress)
    {
        for (var i = 0; i < count; i++)
            progress.Report(i);
        return count;
    }

    public static async Task<int> SumAsync(ChannelReader<int> numbers, ChannelWriter<int> squares)
    {
        var sum = 0;
        await foreach (var number in numbers.ReadAllAsync())
        {
            sum += number;
            await squares.WriteAsync(number * number);
        }
        squares.Complete();
        return sum;
    }

    public static int Fill(SharedBuffer<int> buffer, int value)
    {
        buffer.Span.Fill(value);
        return buffer.Length;
    }

    public static async Task<bool> CountAsync(SharedLock gate, SharedBuffer<long> pair)
    {
        using var lease = await gate.EnterAsync();
        // Two numbers that are equal whenever nobody holds the lock, but for holders that died in between.
        var whole = pair[0] == pair[1];
        if (lease.WasAbandoned)
            pair[0] = pair[1];
        pair[0]++;
        pair[1]++;
        return whole || lease.WasAbandoned;
    }

    private static string Leave()
    {
        Environment.Exit(3);
        return "";
    }

    private static string Crash()
    {
        Environment.FailFast("on purpose");
        return "";
    }
}
