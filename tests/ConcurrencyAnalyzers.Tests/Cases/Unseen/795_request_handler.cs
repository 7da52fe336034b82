// The correlation id lives in a ThreadStatic field; after the await the handler may be on another thread and logs another request's id. difficulty: hard
namespace Cases.U795;

internal static class Correlation
{
    [ThreadStatic] private static string? t_id; // expect: SYNC_PRIMITIVE?

    public static string? Id
    {
        get => t_id; // expect: SYNC_PRIMITIVE?
        set => t_id = value; // expect: SYNC_PRIMITIVE?
    }
}

internal static class AuditLog
{
    public static void Write(string text) => Console.WriteLine($"[{Correlation.Id}] {text}"); // expect: SYNC_PRIMITIVE?
}

public sealed class RequestHandler(HttpClient http)
{
    public async Task<string> HandleAsync(string requestId, string path)
    {
        Correlation.Id = requestId; // expect: SYNC_PRIMITIVE?
        string body = await http.GetStringAsync(path);
        AuditLog.Write($"{path}: {body.Length} characters"); // expect: SYNC_PRIMITIVE?
        return body;
    }
}
