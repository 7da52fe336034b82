using System.Diagnostics;
using System.Net.Http.Json;
using ConcurrencyAnalyzers.Workers.Host;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Runs a program of its own, as its users do, and ends it in rude ways.</summary>
public sealed class HostTests
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "ConcurrencyAnalyzers.Workers.TestHost", new DirectoryInfo(AppContext.BaseDirectory).Name,
        "ConcurrencyAnalyzers.Workers.TestHost.dll"));

    [Theory]
    [InlineData("idle")]
    [InlineData("loop")]
    [InlineData("allocate")]
    [InlineData("starting")]
    [InlineData("reading")]
    public async Task Workers_go_when_their_parent_is_killed(string kind)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var mark = Guid.NewGuid().ToString("N");
        using var parent = Start("hold", kind, mark);
        await ReadLineAsync(parent, "READY");
        if (kind != "starting")
            Assert.Equal(2, Proc.WithMark(mark).Count(id => id != parent.Id));

        parent.Kill();

        await parent.WaitForExitAsync().Bounded();
        await Wait.UntilAsync(() => Proc.WithMark(mark).Count == 0, "the workers to go");
    }

    [Fact]
    public async Task Workers_go_when_their_parent_returns_from_main()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var mark = Guid.NewGuid().ToString("N");
        using var parent = Start("exit", mark);
        await parent.WaitForExitAsync().Bounded();
        Assert.Equal(7, parent.ExitCode);
        await Wait.UntilAsync(() => Proc.WithMark(mark).Count == 0, "the workers to go");
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("crash")]
    public async Task Jobs_end_where_all_threads_of_the_thread_pool_wait_for_them(string kind)
    {
        using var program = Start("starve", kind);
        await program.WaitForExitAsync().Bounded();
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task A_web_application_computes_in_workers_that_never_run_its_main()
    {
        using var server = Start("web");
        try
        {
            var lines = await ReadLineAsync(server, "URL ");
            using var client = new HttpClient { BaseAddress = new Uri(lines[^1]["URL ".Length..]) };
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetFromJsonAsync<Answer>("/primes/10000"))).Bounded();
            Assert.All(answers, a => Assert.Equal(1229, a!.Primes));
            Assert.All(answers, a => Assert.NotEqual(server.Id, a!.ProcessId));
            Assert.All(answers, a => Assert.False(a!.ServerGC));
            server.Kill();
            var rest = await server.StandardOutput.ReadToEndAsync().Bounded();
            Assert.Equal($"MAIN {server.Id}", Assert.Single(lines, l => l.StartsWith("MAIN", StringComparison.Ordinal)));
            Assert.DoesNotContain("MAIN", rest, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
        }
    }

    [Fact]
    public async Task The_library_run_as_a_program_says_what_it_is()
    {
        using var process = Start(typeof(WorkerPool).Assembly.Location, []);
        Assert.Contains("library", await process.StandardError.ReadToEndAsync().Bounded(), StringComparison.Ordinal);
        await process.WaitForExitAsync().Bounded();
        Assert.NotEqual(0, process.ExitCode);
    }

    [Fact]
    public async Task A_worker_in_which_the_user_s_main_runs_after_all_starts_no_further_workers()
    {
        using var process = Start(Program, ["exit", "none"], (WorkerHost.Marker, "1"));
        Assert.Contains("must not start workers in turn", await process.StandardError.ReadToEndAsync().Bounded(), StringComparison.Ordinal);
        await process.WaitForExitAsync().Bounded();
        Assert.NotEqual(0, process.ExitCode);
    }

    private static Process Start(params string[] arguments) => Start(Program, arguments);

    private static Process Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        string[] config = program == Program ? [] : ["--runtimeconfig", Path.ChangeExtension(Program, ".runtimeconfig.json")];
        return StartFile("dotnet", ["exec", .. config, program, .. arguments], environment);
    }

    internal static Process StartFile(string file, string[]? arguments = null, params (string Name, string Value)[] environment)
    {
        var info = new ProcessStartInfo(file, arguments ?? []) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        return Process.Start(info)!;
    }

    private static async Task<List<string>> ReadLineAsync(Process process, string start)
    {
        var lines = new List<string>();
        while (lines is not [.., var last] || !last.StartsWith(start, StringComparison.Ordinal))
        {
            var line = await process.StandardOutput.ReadLineAsync().Bounded();
            Assert.True(line is not null, "The program ended early: " + string.Join('\n', lines));
            lines.Add(line!);
        }
        return lines;
    }

    private sealed record Answer(int Primes, int ProcessId, bool ServerGC);
}
