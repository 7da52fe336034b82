// A generic base counts in a static dictionary that every parallel validator of the same T shares. difficulty: hard
namespace Cases.U513;

public static class Tally<T>
{
    private static readonly Dictionary<string, int> s_counts = [];

    public static void Hit(string key)
    {
        s_counts[key] = s_counts.GetValueOrDefault(key) + 1; // expect: RACE
    }

    public static int Of(string key) => s_counts.GetValueOrDefault(key);
}

public interface IRule<in T>
{
    bool Check(T item);
}

public sealed class Validator<T>(IRule<T> rule)
{
    public int CountFailures(IEnumerable<T> items)
    {
        Parallel.ForEach(items, item =>
        {
            if (!rule.Check(item))
            {
                Tally<T>.Hit("failed");
            }
        });
        return Tally<T>.Of("failed");
    }
}
