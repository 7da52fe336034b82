// Runs the program of an assay office and returns everything it prints, findings as well as complaints. difficulty: hard
using System.Diagnostics;
using System.Text;

namespace Cabinet.C1433;

public static class AssayProgram
{
    public static string Run(string sample)
    {
        var text = new StringBuilder();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("assay", sample)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => text.AppendLine(line.Data); // expect: RACE#1
        process.ErrorDataReceived += (_, line) => text.Append("! ").AppendLine(line.Data); // expect: RACE#1
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return text.ToString();
    }
}
