// The counter is thread-static: every worker has its own, and the worker itself adds it to the total atomically. difficulty: hard
namespace Cases.U514;

public static class ParseDepth
{
    [ThreadStatic]
    private static int t_depth;

    public static int Measure(string text)
    {
        t_depth = 0;
        int deepest = 0;
        foreach (char c in text)
        {
            if (c == '(')
            {
                t_depth++;
                deepest = Math.Max(deepest, t_depth);
            }
            else if (c == ')')
            {
                t_depth--;
            }
        }
        return deepest;
    }

    public static int Total(IEnumerable<string> formulas)
    {
        int total = 0;
        Parallel.ForEach(formulas, formula => Interlocked.Add(ref total, Measure(formula)));
        return total;
    }
}
