// Lines of a moth trap log are formatted in parallel with a buffer that is reused. difficulty: hard
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;

namespace Menagerie.M1469;

public sealed record MothCatch(DateTime Night, string Species, int Count);

public sealed class MothFormatter
{
    private readonly StringBuilder _line = new(128);
    private readonly ThreadLocal<StringBuilder> _buffer;

    public MothFormatter() => _buffer = new ThreadLocal<StringBuilder>(() => _line); // expect: RACE#1, SYNC_PRIMITIVE?

    public string Format(MothCatch entry)
    {
        var line = _buffer.Value!;
        line.Clear(); // expect: RACE#1
        line.Append(entry.Night.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); // expect: RACE#1
        line.Append(';').Append(entry.Species); // expect: RACE#1
        line.Append(';').Append(entry.Count); // expect: RACE#1
        return line.ToString(); // expect: RACE#1
    }
}

public static class MothLog
{
    public static IReadOnlyList<string> Export(IEnumerable<MothCatch> catches)
    {
        var formatter = new MothFormatter();
        return catches
            .AsParallel()
            .AsOrdered()
            .Where(entry => entry.Count > 0)
            .Select(formatter.Format)
            .ToList();
    }
}
