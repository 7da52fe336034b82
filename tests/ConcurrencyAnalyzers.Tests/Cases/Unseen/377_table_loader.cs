// All threads share the one variable of the for loop, which has moved on (or is out of range) when they read it. difficulty: easy
namespace Cases.U377;

public sealed class TableLoader(Func<string, int> copyTable)
{
    public int[] Load(string[] tables)
    {
        var rows = new int[tables.Length];
        var threads = new List<Thread>();
        for (int t = 0; t < tables.Length; t++) // expect: CAPTURE?, RACE?
        {
            var thread = new Thread(() => rows[t] = copyTable(tables[t])); // expect: CAPTURE, RACE?
            thread.Start();
            threads.Add(thread);
        }
        threads.ForEach(thread => thread.Join());
        return rows;
    }
}
