using System.Diagnostics;

namespace Tour;

/// <summary>How a command ended and what it said, both streams in the order they came.</summary>
internal sealed record CommandResult(int ExitCode, IReadOnlyList<string> Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The lines that say what went wrong, or else the last ones.</summary>
    public IEnumerable<string> Complaint(int lines = 12)
    {
        var errors = Output.Where(line => line.Contains(": error") || line.StartsWith("error", StringComparison.OrdinalIgnoreCase)).Distinct().ToList();
        return errors.Count > 0 ? errors.Take(lines) : Output.Where(line => line.Length > 0).TakeLast(lines);
    }
}

/// <summary>Runs the <c>dotnet</c> command, as the user would, and shows that it is running.</summary>
internal sealed class DotNet(Screen screen, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Runs a command with a line of progress that ends with the time it took.</summary>
    public async Task<CommandResult> RunAsync(string what, string workingDirectory, params IReadOnlyList<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        var running = ExecuteAsync(workingDirectory, arguments);
        if (!screen.IsLive)
            screen.Line($"   {what} ...");

        while (screen.IsLive && await Task.WhenAny(running, Task.Delay(200)) != running)
            screen.Overwrite(screen.Dim($"   {what} ... {watch.Elapsed.TotalSeconds:0} s"));

        var result = await running;
        var end = $"   {what}: {(result.Succeeded ? screen.Green("done") : screen.Red($"failed with exit code {result.ExitCode}"))} "
            + screen.Dim($"({watch.Elapsed.TotalSeconds:0.0} s)");
        if (screen.IsLive)
            screen.Overwrite("");
        screen.Line(end);
        return result;
    }

    /// <summary>Runs a command and gives its output back; past the limit, if there is one, ends it with all that it started.</summary>
    public async Task<CommandResult> ExecuteAsync(string workingDirectory, IReadOnlyList<string> arguments, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsLeftByTheOuterBuild).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start) ?? throw new TourException("the dotnet command cannot be started");
        process.StandardInput.Close();

        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var isLate = false;
        using var clock = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan);
        try
        {
            await process.WaitForExitAsync(clock.Token);
        }
        catch (OperationCanceledException)
        {
            isLate = true;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        return new(process.ExitCode, [.. Lines(await output), .. Lines(await errors), .. isLate ? [$"ended after {limit}"] : (string[])[]]);
    }

    // "dotnet run" points these at its own SDK; the command may be meant for another folder and another SDK.
    private static bool IsLeftByTheOuterBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH";

    private static IEnumerable<string> Lines(string text) =>
        text.Length == 0 ? [] : text.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r'));
}
