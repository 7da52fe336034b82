// Output and error lines come on two threads, into one list.
using System.Diagnostics;

namespace Cases.F074;

public static class Runner
{
    public static async Task<string> RunAsync(string tool)
    {
        var lines = new List<string?>();
        using var process = new Process { StartInfo = new(tool) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.OutputDataReceived += (_, e) => lines.Add(e.Data); // expect: RACE
        process.ErrorDataReceived += (_, e) => lines.Add(e.Data); // expect: RACE
        lines.Add("started");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return "done";
    }
}
