// A base reader reads survey sheets on several threads and lets its heirs judge the answers.
namespace Cases.U1612;

public abstract class SheetReader
{
    private readonly List<Thread> _threads = [];

    public void Read(IReadOnlyList<string[]> sheets)
    {
        foreach (var answers in sheets)
        {
            var thread = new Thread(() => ReadSheet(answers));
            _threads.Add(thread);
            thread.Start();
        }
        _threads.ForEach(t => t.Join());
        _threads.Clear();
        OnFinished();
    }

    protected abstract void OnAnswer(string answer);

    protected virtual void OnFinished()
    {
    }

    private void ReadSheet(string[] answers)
    {
        foreach (var answer in answers)
        {
            OnAnswer(answer);
        }
    }
}

public sealed class RemarkReader : SheetReader
{
    private readonly object _gate = new();
    private readonly List<string> _remarks = [];

    public IReadOnlyList<string> Remarks { get; private set; } = [];

    protected override void OnAnswer(string answer)
    {
        if (answer.Length > 40)
        {
            lock (_gate)
            {
                _remarks.Add(answer);
            }
        }
    }

    protected override void OnFinished()
    {
        string[] sorted;
        lock (_gate)
        {
            _remarks.Sort(StringComparer.Ordinal);
            sorted = _remarks.ToArray();
        }
        Remarks = sorted;
    }
}

public sealed class YesCounter : SheetReader
{
    private int _yes;

    public int Yes => _yes;

    protected override void OnAnswer(string answer)
    {
        if (answer.StartsWith('y'))
        {
            Interlocked.Increment(ref _yes);
        }
    }
}

public static class Survey
{
    public static string Evaluate(IReadOnlyList<string[]> sheets)
    {
        var remarks = new RemarkReader();
        var yes = new YesCounter();
        foreach (SheetReader reader in new SheetReader[] { remarks, yes })
        {
            reader.Read(sheets);
        }
        return $"{yes.Yes} yes, {remarks.Remarks.Count} remarks";
    }
}
