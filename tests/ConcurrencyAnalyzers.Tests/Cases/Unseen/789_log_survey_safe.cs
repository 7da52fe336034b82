// Each worker task gets a Partial of its own and the partials are merged after all tasks have ended. difficulty: medium
namespace Cases.U789;

public sealed class LogSurvey(Func<string, IEnumerable<string>> readLines)
{
    public async Task<string> RunAsync(IReadOnlyList<string> files, int workers)
    {
        var partials = new Partial[workers];
        var tasks = new Task[workers];
        for (int w = 0; w < workers; w++)
        {
            int worker = w;
            partials[worker] = new Partial();
            tasks[worker] = Task.Run(() =>
            {
                for (int file = worker; file < files.Count; file += workers)
                {
                    Scan(files[file], partials[worker]);
                }
            });
        }
        await Task.WhenAll(tasks);

        var sum = new Partial();
        foreach (Partial partial in partials)
        {
            sum.Errors += partial.Errors;
            sum.Warnings += partial.Warnings;
            sum.Noisy.AddRange(partial.Noisy);
        }
        return $"{sum.Errors} errors, {sum.Warnings} warnings, noisy: {string.Join(", ", sum.Noisy)}";
    }

    private void Scan(string file, Partial partial)
    {
        int before = partial.Errors;
        foreach (string line in readLines(file))
        {
            partial.Count(line);
        }
        if (partial.Errors > before)
        {
            partial.Noisy.Add(file);
        }
    }

    private sealed class Partial
    {
        public int Errors;
        public int Warnings;
        public readonly List<string> Noisy = [];

        public void Count(string line)
        {
            if (line.StartsWith("ERR", StringComparison.Ordinal))
            {
                Errors++;
            }
            else if (line.StartsWith("WRN", StringComparison.Ordinal))
            {
                Warnings++;
            }
        }
    }
}
