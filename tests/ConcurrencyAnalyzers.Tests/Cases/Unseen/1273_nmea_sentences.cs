using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Marine.Nmea;

public sealed class SentenceStatistics
{
    private readonly ConcurrentDictionary<string, int> _types = new();
    private int _damaged;

    public int Damaged => Volatile.Read(ref _damaged);

    public IReadOnlyDictionary<string, int> Types => _types;

    public void Examine(string sentence)
    {
        var star = sentence.LastIndexOf('*');
        if (star < 7 || sentence[0] != '$')
        {
            Interlocked.Increment(ref _damaged);
            return;
        }
        var sum = 0;
        for (var i = 1; i < star; i++)
        {
            sum ^= sentence[i];
        }
        if (sentence[(star + 1)..] != sum.ToString("X2"))
        {
            Interlocked.Increment(ref _damaged);
            return;
        }
        _types.AddOrUpdate(sentence.Substring(3, 3), 1, (_, n) => n + 1);
    }
}

public static class NmeaImport
{
    public static async Task<SentenceStatistics> ReadAsync(TextReader log)
    {
        var statistics = new SentenceStatistics();
        var checks = new List<Task>();
        string? line;
        while ((line = await log.ReadLineAsync().ConfigureAwait(false)) != null)
        {
            if (line.Length > 0)
            {
                checks.Add(Task.Run(() => statistics.Examine(line))); // expect: CAPTURE
            }
        }
        await Task.WhenAll(checks).ConfigureAwait(false);
        return statistics;
    }
}
