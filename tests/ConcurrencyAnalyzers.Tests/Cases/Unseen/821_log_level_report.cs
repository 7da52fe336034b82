// Parallel.ForEach counts log levels in one plain Dictionary through an extension method, so counts get lost and the buckets can break. difficulty: easy
namespace Cases.U821;

public static class TallyExtensions
{
    public static void Bump(this Dictionary<string, int> tally, string key)
    {
        tally.TryGetValue(key, out var seen); // expect: RACE#1
        tally[key] = seen + 1; // expect: RACE#1
    }
}

public sealed class LogLevelReport
{
    private static readonly string[] s_levels = ["TRACE", "INFO", "WARN", "ERROR"];

    public IReadOnlyDictionary<string, int> Build(IReadOnlyCollection<string> logFiles)
    {
        var tally = new Dictionary<string, int>(StringComparer.Ordinal);
        Parallel.ForEach(logFiles, file =>
        {
            foreach (var line in File.ReadLines(file))
            {
                var level = LevelOf(line);
                if (level != null)
                {
                    tally.Bump(level); // expect: RACE#1
                }
            }
        });
        return tally;
    }

    private static string? LevelOf(string line)
    {
        foreach (var level in s_levels)
        {
            if (line.StartsWith(level, StringComparison.Ordinal))
            {
                return level;
            }
        }
        return null;
    }
}
