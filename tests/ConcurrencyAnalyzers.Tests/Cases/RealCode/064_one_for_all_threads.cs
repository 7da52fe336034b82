// The nearest wrong one: one list for all channels, under a lock of which each has its own.
namespace Cases.R064;

public sealed class Channel
{
    private static List<string>? s_merged;

    private readonly Queue<string> _outgoing = new();

    public void Add(string text)
    {
        lock (_outgoing)
            _outgoing.Enqueue(text);
    }

    public string Next()
    {
        lock (_outgoing)
        {
            if (s_merged == null) // expect: LAZY_INIT#1
                s_merged = new List<string>(); // expect: LAZY_INIT#1
            s_merged.Clear(); // expect: RACE?
            while (_outgoing.TryDequeue(out var text))
                s_merged.Add(text); // expect: RACE?
            return string.Concat(s_merged); // expect: RACE?
        }
    }
}
