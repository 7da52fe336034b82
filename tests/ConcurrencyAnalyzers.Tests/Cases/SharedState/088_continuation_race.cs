// The continuation runs whenever the task ends, the caller writes without waiting for it.
namespace Cases.S088;

public sealed class Report
{
    private readonly List<string> _lines = [];

    public int Make(Func<string> title)
    {
        var done = Task.Run(title)
            .ContinueWith(t => _lines.Add(t.Result), TaskScheduler.Default); // expect: RACE#1
        _lines.Add("draft"); // expect: RACE#1
        done.Wait();
        return _lines.Count;
    }
}
