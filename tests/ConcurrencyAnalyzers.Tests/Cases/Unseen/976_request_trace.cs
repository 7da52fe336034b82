// AsyncLocal flows the reference, not a copy: all child tasks add to the one list that their parent created. difficulty: hard
namespace Cases.U976;

public static class RequestTrace
{
    private static readonly AsyncLocal<List<string>?> s_spans = new(); // expect: SYNC_PRIMITIVE?

    public static async Task<string[]> HandleAsync(IReadOnlyDictionary<string, Func<Task>> backends)
    {
        var spans = new List<string>();
        s_spans.Value = spans; // expect: SYNC_PRIMITIVE?
        await Task.WhenAll(backends.Select(backend => Task.Run(() => CallAsync(backend.Key, backend.Value))));
        return spans.ToArray();
    }

    private static async Task CallAsync(string name, Func<Task> call)
    {
        var started = DateTime.UtcNow;
        await call();
        Note($"{name}: {DateTime.UtcNow - started}");
    }

    private static void Note(string span)
    {
        s_spans.Value?.Add(span); // expect: RACE#1
    }
}
