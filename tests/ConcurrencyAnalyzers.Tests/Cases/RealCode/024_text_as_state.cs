// The text is a state that both take for theirs, or comes from elsewhere and is another each time; the time is wider than a word.
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

public sealed class Session(HttpClient http)
{
    private string? _ticket;

    public Task RenewAsync() => Task.WhenAll(Task.Run(TicketAsync), Task.Run(TicketAsync));

    private async Task<string> TicketAsync()
    {
        if (_ticket == null)
            _ticket = await http.GetStringAsync("https://example.com/ticket");  // expect: RACE
        return _ticket;
    }
}
