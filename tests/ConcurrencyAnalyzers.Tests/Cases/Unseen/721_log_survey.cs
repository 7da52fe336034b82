// An extension method bumps entries of a plain dictionary; one of its callers runs it from parallel workers on one dictionary. difficulty: medium
namespace Cases.U721;

public sealed record LogLine(string Level, string Source, string Text);

public static class HistogramExtensions
{
    public static void Bump<TKey>(this Dictionary<TKey, int> histogram, TKey key)
        where TKey : notnull
    {
        histogram.TryGetValue(key, out int seen); // expect: RACE#1
        histogram[key] = seen + 1; // expect: RACE#1
    }
}

public sealed class LogSurvey(IReadOnlyCollection<LogLine> lines)
{
    public IReadOnlyDictionary<string, int> CountLevels()
    {
        var byLevel = new Dictionary<string, int>();
        foreach (var line in lines)
        {
            byLevel.TryAdd(line.Level, 0);
        }
        return byLevel;
    }

    public IReadOnlyDictionary<string, int> CountSources(string level)
    {
        var bySource = new Dictionary<string, int>(StringComparer.Ordinal);
        Parallel.ForEach(lines, line =>
        {
            if (line.Level == level)
            {
                bySource.Bump(line.Source); // expect: RACE#1
            }
        });
        return bySource;
    }
}
