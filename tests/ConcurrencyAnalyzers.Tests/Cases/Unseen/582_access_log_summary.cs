// Counts status codes over log files read in parallel.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Cases.U582;

public sealed record StatusCount(int Status, int Hits);

public sealed class AccessLogSummary
{
    private readonly ConcurrentDictionary<int, int> _hits = new();

    public void Load(IEnumerable<string> files)
    {
        Parallel.ForEach(files, file =>
        {
            foreach (var line in File.ReadLines(file))
            {
                if (TryParseStatus(line, out var status))
                {
                    Count(status);
                }
            }
        });
    }

    public IReadOnlyList<StatusCount> Top(int count) =>
        _hits.Select(pair => new StatusCount(pair.Key, pair.Value))
            .OrderByDescending(entry => entry.Hits)
            .Take(count)
            .ToList();

    private void Count(int status)
    {
        if (_hits.TryGetValue(status, out var hits))
        {
            _hits[status] = hits + 1; // expect: CHECK_THEN_ACT#1
        }
        else
        {
            _hits[status] = 1; // expect: CHECK_THEN_ACT#1
        }
    }

    private static bool TryParseStatus(string line, out int status)
    {
        status = 0;
        var start = line.IndexOf("\" ", StringComparison.Ordinal);
        return start >= 0
            && line.Length >= start + 5
            && int.TryParse(line.AsSpan(start + 2, 3), out status);
    }
}
