// Key selectors and aggregation seeds run on several threads.
namespace Cases.F046;

public static class Statistics
{
    public static int Count(string[] words)
    {
        var empty = 0;
        var seen = new List<string>();
        var groups = words.AsParallel().GroupBy(word =>
        {
            if (word.Length == 0)
                empty++; // expect: RACE
            return word.Length;
        }).Count();
        var sorted = words.AsParallel().OrderBy(word =>
        {
            seen.Add(word); // expect: RACE
            return word;
        }).ToArray();
        return groups + empty + sorted.Length;
    }
}
