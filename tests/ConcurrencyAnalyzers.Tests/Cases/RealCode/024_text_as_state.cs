// The text is a state that both take for theirs; the time is wider than a word.
namespace Cases.R024;

public static class Job
{
    private static string s_state = "idle";

    public static Task RunAsync(string name) => Task.WhenAll(Task.Run(() => Take(name)), Task.Run(() => Take(name)));

    private static void Take(string name)
    {
        if (s_state == "idle")
            s_state = "taken by " + name;  // expect: RACE
    }
}

public static class Waiting
{
    public static Task<DateTime?> ReceiveAsync(CancellationToken cancellation)
    {
        var source = new TaskCompletionSource<DateTime?>();
        DateTime? started = null;
        cancellation.Register(() => source.TrySetResult(started));  // expect: NON_ATOMIC#1
        started = DateTime.UtcNow;  // expect: NON_ATOMIC#1
        return source.Task;
    }
}
