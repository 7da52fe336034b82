// The list is static, but each thread has its own.
namespace Cases.R063;

public sealed class Channel
{
    [ThreadStatic]
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
            if (s_merged == null)
                s_merged = new List<string>();
            s_merged.Clear();
            while (_outgoing.TryDequeue(out var text))
                s_merged.Add(text);
            return string.Concat(s_merged);
        }
    }
}
