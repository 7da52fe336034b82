// Each stream has lines of its own, and they are read when the process has ended.
using System.Diagnostics;

namespace Cases.F081;

public static class Runner
{
    public static int Run(string tool)
    {
        var lines = new List<string?>();
        var errors = new List<string?>();
        using var process = Open(tool, lines, errors);
        process.WaitForExit();
        return lines.Count(line => line?.Length > 0) + errors.Count;
    }

    public static async Task<string> RunAsync(string tool)
    {
        var lines = new List<string?>();
        using var process = Open(tool, lines, []);
        await process.WaitForExitAsync();
        lines.Sort();
        return string.Join("\n", lines);
    }

    private static Process Open(string tool, List<string?> lines, List<string?> errors)
    {
        var process = new Process { StartInfo = new(tool) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.OutputDataReceived += (_, e) => lines.Add(e.Data);
        process.ErrorDataReceived += (_, e) => errors.Add(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
