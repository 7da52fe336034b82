// Edit distances between all pairs of titles are computed on a pool thread. difficulty: medium
namespace Cases.U788;

public interface ICatalog
{
    Task<IReadOnlyList<string>> TitlesAsync();
}

public sealed class DuplicateFinder(ICatalog catalog)
{
    public async Task<string> ReportAsync()
    {
        IReadOnlyList<string> titles = await catalog.TitlesAsync();
        (string left, string right) = await Task.Run(() => Closest(titles)); // expect: CPU_BOUND?
        return $"{left} / {right}";
    }

    private static (string Left, string Right) Closest(IReadOnlyList<string> titles)
    {
        int best = int.MaxValue;
        (string, string) pair = ("", "");
        for (int i = 0; i < titles.Count; i++)
        {
            for (int j = i + 1; j < titles.Count; j++)
            {
                int distance = EditDistance(titles[i], titles[j]);
                if (distance < best)
                {
                    best = distance;
                    pair = (titles[i], titles[j]);
                }
            }
        }
        return pair;
    }

    private static int EditDistance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
