// current and round change between the parallel loops, never during one: Parallel.For returns only when its bodies are done. difficulty: hard
namespace Cases.U793;

public static class KnockoutCup
{
    public static string Winner(string[] teams, Func<int, string, string, string> playMatch)
    {
        string[] current = teams;
        int round = 1;
        while (current.Length > 1)
        {
            var next = new string[(current.Length + 1) / 2];
            Parallel.For(0, next.Length, match =>
            {
                int home = match * 2;
                next[match] = home + 1 < current.Length
                    ? playMatch(round, current[home], current[home + 1])
                    : current[home];
            });
            current = next;
            round++;
        }
        return current[0];
    }
}
