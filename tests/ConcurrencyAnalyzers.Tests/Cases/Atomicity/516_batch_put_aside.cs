// The batch is taken under the lock, sent without it, and put aside under it: what was added meanwhile is lost.
namespace Cases.A516;

public sealed class LetterBatch(Action<List<string>> send)
{
    private readonly object _gate = new();
    private List<string> _letters = [];

    public void Add(string letter)
    {
        lock (_gate)
        {
            _letters.Add(letter);
        }
    }

    public void Flush()
    {
        List<string> letters;
        lock (_gate)
        {
            letters = _letters; // expect: ESCAPES_LOCK?
        }

        send(letters);
        lock (_gate)
        {
            _letters = []; // expect: CHECK_THEN_ACT
        }
    }
}

public sealed class VisitorReport(Func<long, Task> send)
{
    private long _visitors;

    public void Enter() => Interlocked.Increment(ref _visitors);

    public async Task ReportAsync()
    {
        var visitors = Interlocked.Read(ref _visitors);
        if (visitors > 0)
        {
            await send(visitors);
            Interlocked.Exchange(ref _visitors, 0); // expect: NON_ATOMIC
        }
    }
}
