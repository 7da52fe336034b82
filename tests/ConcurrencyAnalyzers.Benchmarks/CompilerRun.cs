using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>What one compiler process has used.</summary>
/// <param name="Cpu">Seconds of CPU, all threads.</param>
/// <param name="Peak">The most memory it held, in MiB.</param>
/// <param name="Methods">Methods compiled by the just-in-time compiler: does not depend on how busy the machine is.</param>
/// <param name="Allocated">MiB allocated: does not depend on how busy the machine is either.</param>
internal sealed record Usage(double Cpu, double Peak, double Methods, double Allocated);

/// <summary>Runs the SDK's compiler, in a process of its own, on a response file.</summary>
internal sealed partial class CompilerRun(string compiler)
{
    private const double MiB = 1024 * 1024;

    /// <summary>The compiler of the newest SDK.</summary>
    public static CompilerRun OfSdk() => new(Path.Combine(SdkFolder(), "Roslyn", "bincore", "csc.dll"));

    /// <summary>Rules that report errors: told as warnings, or the compiler would stop before it has done all its work.</summary>
    private readonly SortedSet<string> _softened = new(StringComparer.Ordinal);

    /// <summary>Null where the code does not compile; the reason is then in <paramref name="output"/>.</summary>
    public Usage? Run(string responseFile, IReadOnlyCollection<string> analyzers, out string output)
    {
        var usage = RunOnce(responseFile, analyzers, out output);
        if (usage is not null || !Soften(output))
            return usage;
        return RunOnce(responseFile, analyzers, out output);
    }

    private bool Soften(string output)
    {
        var known = _softened.Count;
        foreach (Match error in Error().Matches(output))
            _softened.Add(error.Groups[1].Value);
        return _softened.Count > known && !output.Contains(": error CS", StringComparison.Ordinal);
    }

    [GeneratedRegex(@": error ([A-Za-z]+[0-9]+):")]
    private static partial Regex Error();

    private Usage? RunOnce(string responseFile, IEnumerable<string> analyzers, out string output)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark.");
        try
        {
            var usage = Path.Combine(folder.FullName, "usage");
            var config = Path.Combine(folder.FullName, "softened.globalconfig");
            File.WriteAllLines(config, ["is_global = true", .. _softened.Select(static id => $"dotnet_diagnostic.{id}.severity = warning")]);
            var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])[compiler, "-noconfig", "@" + responseFile, "-nologo", "-warnaserror-", "-analyzerconfig:" + config, .. analyzers.Select(static file => "-analyzer:" + file)])
                start.ArgumentList.Add(argument);
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            start.Environment[StartupHook.FileVariable] = usage;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            return process.ExitCode == 0 && File.Exists(usage) ? Parse(File.ReadAllText(usage)) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Usage Parse(string text)
    {
        var numbers = text.Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1] / MiB, numbers[2], numbers[5] / MiB);
    }

    private static string SdkFolder()
    {
        var start = new ProcessStartInfo("dotnet", "--list-sdks") { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var last = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
        var bracket = last.IndexOf('[', StringComparison.Ordinal);
        return Path.Combine(last[(bracket + 1)..^1], last[..(bracket - 1)]);
    }
}
