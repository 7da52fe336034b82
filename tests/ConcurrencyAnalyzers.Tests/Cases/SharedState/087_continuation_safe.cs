// The continuation runs after the task and the caller waits for the continuation.
namespace Cases.S087;

public sealed class Report
{
    private readonly List<string> _lines = [];

    public int Make(Func<string> title, Func<string> body)
    {
        var done = Task.Run(() => _lines.Add(title()))
            .ContinueWith(_ => _lines.Add(body()), TaskScheduler.Default);
        done.Wait();
        _lines.Add("end");
        return _lines.Count;
    }
}
