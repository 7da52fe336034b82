using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Marine.Ais;

public sealed class FragmentStatistics
{
    private readonly ConcurrentDictionary<char, int> _channels = new();
    private int _damaged;

    public int Damaged => Volatile.Read(ref _damaged);

    public IReadOnlyDictionary<char, int> Channels => _channels;

    public void Examine(string fragment)
    {
        var fields = fragment.Split(',');
        if (fields.Length != 7 || !fragment.StartsWith("!AIVDM", StringComparison.Ordinal) || fields[4].Length != 1)
        {
            Interlocked.Increment(ref _damaged);
            return;
        }
        _channels.AddOrUpdate(fields[4][0], 1, (_, n) => n + 1);
    }
}

public static class AisImport
{
    public static async Task<FragmentStatistics> ReadAsync(TextReader log)
    {
        var statistics = new FragmentStatistics();
        var checks = new List<Task>();
        string? line;
        while ((line = await log.ReadLineAsync().ConfigureAwait(false)) != null)
        {
            if (line.Length > 0)
            {
                checks.Add(Task.Factory.StartNew(
                    fragment => statistics.Examine((string)fragment!),
                    line,
                    CancellationToken.None,
                    TaskCreationOptions.DenyChildAttach,
                    TaskScheduler.Default));
            }
        }
        await Task.WhenAll(checks).ConfigureAwait(false);
        return statistics;
    }
}
