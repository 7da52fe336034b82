// Aggregate with a seed factory: each partition mutates an array of its own, and PLINQ combines them one at a time. difficulty: hard
namespace Cases.U326;

public static class LetterFrequencies
{
    public static int[] Count(IEnumerable<string> verses)
    {
        return verses
            .AsParallel()
            .Aggregate(
                () => new int[26],
                (counts, verse) =>
                {
                    foreach (char c in verse)
                    {
                        if (char.IsAsciiLetterLower(c))
                        {
                            counts[c - 'a']++;
                        }
                    }
                    return counts;
                },
                (left, right) =>
                {
                    for (int i = 0; i < left.Length; i++)
                    {
                        left[i] += right[i];
                    }
                    return left;
                },
                counts => counts);
    }
}
