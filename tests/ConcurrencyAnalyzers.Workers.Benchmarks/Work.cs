using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Benchmarks;

/// <summary>What the measured workers do.</summary>
internal static class Work
{
    private static byte[] s_last = [];

    public static int Same(int x) => x;

    public static int ProcessId() => Environment.ProcessId;

    public static int SizeOf(byte[] data) => data.Length;

    public static int LengthOf(SharedBuffer<byte> block) => block.Length;

    /// <summary>Makes trees of about 8 MB and drops them.</summary>
    public static int MakeTrees(int count)
    {
        var nodes = 0;
        for (var i = 0; i < count; i++)
            nodes += Tree.New(17).Count;
        return nodes;
    }

    // Like Python's bytes(n) it is new each time; its content is not what is measured.
    public static byte[] Make(int size)
    {
        if (s_last.Length != size)
        {
            s_last = new byte[size];
            Random.Shared.NextBytes(s_last);
        }
        return s_last;
    }

    public static void Spin(string path)
    {
        File.WriteAllText(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        while (true)
            Thread.SpinWait(1000);
    }

    public static int CountPrimes(int limit)
    {
        var count = 0;
        for (var n = 2; n < limit; n++)
        {
            var prime = true;
            for (var d = 2; (long)d * d <= n && prime; d++)
                prime = n % d != 0;
            count += prime ? 1 : 0;
        }
        return count;
    }

    /// <summary>The processor time that a process has taken.</summary>
    public static double CpuMilliseconds(int processId)
    {
        var fields = File.ReadAllText($"/proc/{processId}/stat").Split(") ")[^1].Split(' ');
        return 10 * (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture));
    }

    /// <summary>What a process has of memory that it shares with no other.</summary>
    public static double PrivateMegabytes(int processId) =>
        File.ReadLines($"/proc/{processId}/smaps_rollup")
            .Where(l => l.StartsWith("Private_Clean", StringComparison.Ordinal) || l.StartsWith("Private_Dirty", StringComparison.Ordinal))
            .Sum(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;

    private sealed class Tree(Tree? left, Tree? right)
    {
        public int Count => 1 + (left?.Count ?? 0) + (right?.Count ?? 0);

        public static Tree New(int depth) => depth == 0 ? new Tree(null, null) : new Tree(New(depth - 1), New(depth - 1));
    }
}
