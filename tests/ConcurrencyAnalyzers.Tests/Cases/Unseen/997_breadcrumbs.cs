// The AsyncLocal holds an immutable stack: a push replaces the value of the one flow that pushes, siblings keep theirs. difficulty: hard
using System.Collections.Immutable;

namespace Cases.U997;

public static class Breadcrumbs
{
    private static readonly AsyncLocal<ImmutableStack<string>?> s_trail = new();

    public static async Task<string[]> RunAllAsync(string[] steps, Func<string, Task> run)
    {
        Drop("batch");
        return await Task.WhenAll(steps.Select(step => Task.Run(() => RunAsync(step, run))));
    }

    private static async Task<string> RunAsync(string step, Func<string, Task> run)
    {
        Drop($"begin {step}");
        await run(step);
        Drop($"end {step}");
        return string.Join(" > ", s_trail.Value!.Reverse());
    }

    private static void Drop(string crumb)
    {
        s_trail.Value = (s_trail.Value ?? []).Push(crumb);
    }
}
