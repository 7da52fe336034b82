// A PLINQ query with a side effect: the selector runs on several threads and increments a captured local. difficulty: easy
namespace Cases.U325;

public static class WordCensus
{
    public static string Describe(IEnumerable<string> pages)
    {
        int empty = 0;
        int words = pages
            .AsParallel()
            .Select(page =>
            {
                if (page.Length == 0)
                {
                    empty++; // expect: RACE
                }
                return page.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            })
            .Sum();
        return $"{words} words, {empty} empty pages";
    }
}
