// The nearest safe twins: each child sets its own, a new object takes the place of the old one, or the object stands it.
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cases.S331;

public static class OperationTags
{
    private static readonly AsyncLocal<Dictionary<string, string>?> Ambient = new();

    public static void Begin(string operation) => Ambient.Value = new Dictionary<string, string> { ["operation"] = operation };

    public static void Set(string key, string value)
    {
        if (Ambient.Value is { } tags)
            Ambient.Value = new Dictionary<string, string>(tags) { [key] = value };
    }

    public static string Render() => Ambient.Value is { } tags
        ? string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"))
        : "";
}

public sealed class SurveyImport
{
    public async Task RunAsync(IReadOnlyList<string> sheets)
    {
        OperationTags.Begin("survey-import");
        await Task.WhenAll(sheets.Select(sheet => Task.Run(() => ImportAsync(sheet))));
        Console.WriteLine($"{OperationTags.Render()} done");
    }

    private static async Task ImportAsync(string sheet)
    {
        OperationTags.Set("sheet", sheet);
        await Task.Delay(10);
        Console.WriteLine($"{OperationTags.Render()} read");
    }
}

public sealed class Trail
{
    private readonly AsyncLocal<List<string>> _steps = new();

    public async Task WalkAsync()
    {
        var first = Task.Run(() => Step("first"));
        var second = Task.Run(() => Step("second"));
        await Task.WhenAll(first, second);
    }

    private void Step(string name)
    {
        _steps.Value = new List<string>();
        _steps.Value.Add(name);
        Console.WriteLine(_steps.Value.Count);
    }
}

public static class Scopes
{
    private static readonly AsyncLocal<ImmutableStack<string>?> s_scopes = new();

    public static async Task RunAsync(string[] jobs)
    {
        Open("run");
        var running = new List<Task>();
        foreach (var job in jobs)
            running.Add(Task.Run(() =>
            {
                Open(job);
                Thread.Sleep(10);
                Close();
            }));
        await Task.WhenAll(running);
        Close();
    }

    private static void Open(string name) => s_scopes.Value = (s_scopes.Value ?? ImmutableStack<string>.Empty).Push(name);

    private static void Close() => s_scopes.Value = s_scopes.Value?.Pop();
}

public static class Tags
{
    private static readonly AsyncLocal<ConcurrentDictionary<string, string>?> s_tags = new();

    public static async Task RunAsync(string[] urls)
    {
        s_tags.Value = new();
        await Parallel.ForEachAsync(urls, async (url, token) =>
        {
            await Task.Delay(url.Length, token);
            if (s_tags.Value is { } tags)
                tags[url] = "done";
        });
    }
}

public static class OneAfterAnother
{
    private static readonly AsyncLocal<List<string>?> s_lines = new();

    public static async Task RunAsync(string[] jobs)
    {
        s_lines.Value = new List<string>();
        foreach (var job in jobs)
            await Task.Run(() => s_lines.Value?.Add(job));
        Console.WriteLine(s_lines.Value.Count);
    }
}
