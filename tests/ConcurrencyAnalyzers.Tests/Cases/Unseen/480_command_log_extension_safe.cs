// The extension methods take the lock that the log exposes for them, the same one that its own methods take. difficulty: medium
namespace Cases.U480;

public sealed class CommandLog
{
    internal readonly object SyncRoot = new();

    internal List<string> Commands { get; } = [];

    public void Append(string command)
    {
        lock (SyncRoot)
        {
            Commands.Add(command);
        }
    }
}

public static class CommandLogExtensions
{
    public static int Length(this CommandLog log)
    {
        lock (log.SyncRoot)
        {
            return log.Commands.Count;
        }
    }

    public static int Squash(this CommandLog log)
    {
        int squashed = 0;
        lock (log.SyncRoot)
        {
            for (int i = log.Commands.Count - 1; i > 0; i--)
            {
                if (log.Commands[i] == log.Commands[i - 1])
                {
                    log.Commands.RemoveAt(i);
                    squashed++;
                }
            }
        }
        return squashed;
    }
}

public static class Replay
{
    public static int Run(string[] commands)
    {
        var log = new CommandLog();
        var writer = new Thread(() => Array.ForEach(commands, log.Append));
        writer.Start();
        int squashed = log.Squash();
        writer.Join();
        return log.Length() + squashed;
    }
}
