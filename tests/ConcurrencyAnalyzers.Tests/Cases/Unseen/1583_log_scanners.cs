// A base scanner reads log files on several threads and lets its heirs judge the lines.
namespace Cases.U1583;

public abstract class LogScanner
{
    private readonly List<Thread> _threads = [];

    public void Scan(IReadOnlyList<string[]> files)
    {
        foreach (var lines in files)
        {
            var thread = new Thread(() => ScanFile(lines));
            _threads.Add(thread);
            thread.Start();
        }
        _threads.ForEach(t => t.Join());
        OnFinished();
    }

    protected abstract void OnLine(string line);

    protected virtual void OnFinished()
    {
    }

    private void ScanFile(string[] lines)
    {
        foreach (var line in lines)
        {
            OnLine(line);
        }
    }
}

public sealed class ErrorScanner : LogScanner
{
    private readonly List<string> _errors = [];

    public IReadOnlyList<string> Errors => _errors;

    protected override void OnLine(string line)
    {
        if (line.Contains("ERROR", StringComparison.Ordinal))
        {
            _errors.Add(line); // expect: RACE
        }
    }

    protected override void OnFinished() => _errors.Sort(StringComparer.Ordinal);
}

public sealed class LengthScanner : LogScanner
{
    private long _characters;

    public long Characters => _characters;

    protected override void OnLine(string line) => Interlocked.Add(ref _characters, line.Length);
}

public static class LogReview
{
    public static string Review(IReadOnlyList<string[]> files)
    {
        var errors = new ErrorScanner();
        var lengths = new LengthScanner();
        foreach (LogScanner scanner in new LogScanner[] { errors, lengths })
        {
            scanner.Scan(files);
        }
        return $"{errors.Errors.Count} errors in {lengths.Characters} characters";
    }
}
