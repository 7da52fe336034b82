// What the first call gave has been replaced by what the queue handed out before it is stored.
namespace Cases.R046;

public sealed class Matcher
{
    private readonly Queue<string> _waiting = new();
    private string? _token;

    public void Add(string text)
    {
        lock (_waiting)
            _waiting.Enqueue(text);
    }

    public void Match(Action<string> complete)
    {
        string? text = null;
        if (Volatile.Read(ref _token) is not null && (text = Interlocked.Exchange(ref _token, null)) is not null)
        {
            complete(text);
            return;
        }

        lock (_waiting)
        {
            if (!_waiting.TryDequeue(out text))
                throw new InvalidOperationException();
        }

        complete(text);
        Volatile.Write(ref _token, text);
    }

    public string? End() => Interlocked.Exchange(ref _token, null);
}
