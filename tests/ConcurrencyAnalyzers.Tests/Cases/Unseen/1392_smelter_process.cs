// Runs the control program of a smelter and returns its output and its error lines. difficulty: hard
using System.Diagnostics;

namespace Cabinet.C1392;

public sealed record SmelterRun(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors);

public static class SmelterProgram
{
    public static SmelterRun Run(string recipe)
    {
        var output = new List<string>();
        var errors = new List<string>();
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo("smelter", recipe)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data != null)
            {
                output.Add(line.Data);
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data != null)
            {
                errors.Add(line.Data);
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new SmelterRun(process.ExitCode, output, errors);
    }
}
