// What an AsyncLocal holds flows to all children: they have one object, and each changes it.
namespace Cases.S330;

public static class OperationTags
{
    private static readonly AsyncLocal<Dictionary<string, string>?> Ambient = new();

    public static void Begin(string operation) => Ambient.Value = new Dictionary<string, string> { ["operation"] = operation };

    public static void Set(string key, string value)
    {
        if (Ambient.Value is { } tags)
            tags[key] = value; // expect: RACE#1
    }

    public static string Render() => Ambient.Value is { } tags
        ? string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}")) // expect: RACE#1
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
        for (var page = 1; page <= 5; page++)
        {
            OperationTags.Set("page", page.ToString());
            await Task.Delay(10);
            Console.WriteLine($"{OperationTags.Render()} read");
        }
    }
}

public sealed class Trail
{
    private readonly AsyncLocal<List<string>> _steps = new();

    public async Task WalkAsync()
    {
        _steps.Value = new List<string>();
        var first = Task.Run(() => Step("first"));
        var second = Task.Run(() => Step("second"));
        await Task.WhenAll(first, second);
    }

    private void Step(string name) => _steps.Value!.Add(name); // expect: RACE#2
}

public static class Scopes
{
    private static readonly AsyncLocal<Stack<string>?> s_scopes = new();

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

    private static void Open(string name)
    {
        s_scopes.Value ??= new Stack<string>();
        s_scopes.Value.Push(name); // expect: RACE#3
    }

    private static void Close() => s_scopes.Value?.Pop(); // expect: RACE#3
}

public static class Budgets
{
    private sealed class Budget
    {
        public int Left { get; set; }
    }

    private static readonly AsyncLocal<Budget?> s_budget = new();

    public static async Task RunAsync(string[] urls)
    {
        s_budget.Value = new Budget { Left = 10 };
        await Parallel.ForEachAsync(urls, async (url, token) =>
        {
            await Task.Delay(url.Length, token);
            Spend();
        });
    }

    private static void Spend()
    {
        var budget = s_budget.Value;
        if (budget != null)
            budget.Left--; // expect: RACE#4
    }
}
