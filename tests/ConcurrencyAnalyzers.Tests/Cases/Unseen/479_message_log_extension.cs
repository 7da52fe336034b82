// The extension method changes the guarded list through an internal property and knows nothing of the lock. difficulty: medium
namespace Cases.U479;

public sealed class MessageLog
{
    private readonly object _gate = new();

    internal List<string> Lines { get; } = []; // expect: ESCAPES_LOCK?

    public void Write(string line)
    {
        lock (_gate)
        {
            Lines.Add(line);
        }
    }

    public string? Last()
    {
        lock (_gate)
        {
            return Lines.Count == 0 ? null : Lines[^1];
        }
    }
}

public static class MessageLogExtensions
{
    public static int Compact(this MessageLog log, Predicate<string> isNoise)
    {
        return log.Lines.RemoveAll(isNoise); // expect: INCONSISTENT_LOCK, RACE?
    }
}

public static class ChatServer
{
    public static int Serve(MessageLog log, string[] messages)
    {
        var writer = new Thread(() => Array.ForEach(messages, log.Write));
        writer.Start();
        int dropped = log.Compact(line => line.Length == 0);
        writer.Join();
        return dropped;
    }
}
