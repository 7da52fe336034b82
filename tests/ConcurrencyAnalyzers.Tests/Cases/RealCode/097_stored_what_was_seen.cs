// The nearest wrong one of 046: what is stored is made of the number that was read before.
namespace Cases.R097;

public sealed class Matcher
{
    private readonly Queue<string> _waiting = new();
    private int _matched;

    public void Add(string text)
    {
        lock (_waiting)
            _waiting.Enqueue(text);
    }

    public void Match(Action<string> complete)
    {
        var matched = Volatile.Read(ref _matched);
        string? text;
        lock (_waiting)
        {
            if (!_waiting.TryDequeue(out text))
                throw new InvalidOperationException();
        }

        complete(text);
        Volatile.Write(ref _matched, matched + 1); // expect: NON_ATOMIC
    }

    public int End() => Interlocked.Exchange(ref _matched, 0);
}
