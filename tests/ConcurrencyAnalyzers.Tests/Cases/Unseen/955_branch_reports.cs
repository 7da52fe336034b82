// The foreach variable is a new one in every iteration, so each thread keeps its own branch and slot. difficulty: easy
namespace Cases.U955;

public sealed class BranchReports(Func<string, string> report)
{
    public string Collect(string[] branches)
    {
        var pages = new string[branches.Length];
        var threads = new List<Thread>();
        foreach (var (index, branch) in branches.Index())
        {
            var thread = new Thread(() => pages[index] = report(branch));
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return string.Join(Environment.NewLine, pages);
    }
}
