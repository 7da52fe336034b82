// The lambda on the pool changes captured locals and reads the loop variable, but each task is awaited before the next statement touches them. difficulty: medium
namespace Cases.U776;

public sealed record MigrationStep(string Name, Func<int> Apply);

public static class MigrationRunner
{
    public static async Task<string> RunAsync(IReadOnlyList<MigrationStep> steps, Func<string, Task> announce)
    {
        int rows = 0;
        string last = "none";
        var log = new List<string>();
        for (int i = 0; i < steps.Count; i++)
        {
            Task step = Task.Run(() =>
            {
                rows += steps[i].Apply();
                last = steps[i].Name;
                Note(log, i, last);
            });
            await step;
            await announce(last);
            log.Add($"{rows} rows so far");
        }
        return $"{last}: {rows} rows\n{string.Join('\n', log)}";
    }

    private static void Note(List<string> log, int index, string name) => log.Add($"{index + 1}. {name}");
}
