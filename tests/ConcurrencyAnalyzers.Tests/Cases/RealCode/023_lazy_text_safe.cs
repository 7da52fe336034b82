// A text that is worked out where it is missing, and a registration that its own callback ends: nothing is lost.
namespace Cases.R023;

public static class Library
{
    private static string? s_version;

    public static Task<string[]> AskAsync() => Task.WhenAll(Task.Run(GetVersion), Task.Run(GetVersion));

    private static string GetVersion()
    {
        if (s_version == null)
            s_version = typeof(Library).Assembly.GetName().Version?.ToString() ?? "";
        return s_version;
    }
}

public static class Waiting
{
    public static Task<int> ReceiveAsync(CancellationToken cancellation)
    {
        var source = new TaskCompletionSource<int>();
        CancellationTokenRegistration? registration = null;
        registration = cancellation.Register(Cancel);
        return source.Task;

        void Cancel()
        {
            registration?.Dispose();
            source.TrySetCanceled();
        }
    }
}
