// The text is worked out where it is missing, the same each time; that callers have awaited something before is their affair.
namespace Cases.R071;

public static class Client
{
    private static string? s_version;

    public static async Task ConnectAsync()
    {
        var first = SendAsync();
        var watching = new Thread(() => Write(Version()));
        watching.Start();
        await first;
        watching.Join();
    }

    private static async Task SendAsync()
    {
        await Task.Yield();
        Write(Version());
    }

    private static void Write(string text) => Console.WriteLine(text.Length);

    private static string Version()
    {
        if (s_version == null)
            s_version = typeof(Client).Assembly.GetName().Version!.ToString();
        return s_version;
    }
}
