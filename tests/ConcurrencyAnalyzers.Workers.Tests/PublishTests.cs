using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Publishes a program in each way there is, and runs it: it is its own worker, and its Main runs once.</summary>
public sealed class PublishTests
{
    private const string Program = """
        using System.Text.Json.Serialization;
        using ConcurrencyAnalyzers.Workers;

        [assembly: WorkerJsonContext(typeof(Shapes))]

        Console.WriteLine("MAIN");
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var (worker, id) = (await pool.RunAsync(static () => WorkerContext.IsWorker), await pool.RunAsync(static () => Environment.ProcessId));
        Console.WriteLine($"{worker} {id != Environment.ProcessId}");
        Console.WriteLine(await pool.RunAsync(Work.Double, 21));
        Console.WriteLine(await pool.RunAsync(Work.Move, new Point(1, 2.5, "p")));
        Console.WriteLine(await pool.RunAsync(Work.JoinAsync, "a", "b"));
        Console.WriteLine(string.Join(',', await pool.RunAsync(Work.Reverse, new byte[] { 1, 2, 3 })));
        var reports = new Reports();
        await pool.RunAsync(Work.Report, 5, reports);
        Console.WriteLine(reports.Sum);
        var sum = 0;
        await foreach (var x in pool.MapAsync(Work.Double, Enumerable.Range(0, 100)))
            sum += x;
        Console.WriteLine(sum);
        try { await pool.RunAsync(Work.Throw, "bad"); }
        catch (FormatException e) { Console.WriteLine(e.Message + e.StackTrace!.Contains("Throw")); }
        try { await pool.RunAsync(static () => Environment.Exit(3)); }
        catch (WorkerCrashedException e) { Console.WriteLine(e.ExitCode); }
        using var counter = new SharedCounter(5);
        using var block = new SharedBuffer<int>(10);
        await pool.RunAsync(static (SharedCounter c, Part p) => { c.Increment(); p.Data[p.At] = 7; }, counter, new Part(block, 5));
        Console.WriteLine($"{counter.Value} {block[5]}");
        await using var process = WorkerProcess.Start(Work.Double, 4);
        Console.WriteLine(await process.WaitForExitAsync());
        try { Console.WriteLine(await pool.RunAsync(static (Other o) => o.X, new Other { X = 1 })); }
        catch (NotSupportedException e) { Console.WriteLine(e.Message.Contains("[assembly: WorkerJsonContext]") ? "no context" : e.Message); }

        internal sealed record Point(int X, double Y, string Name);
        internal sealed record Part(SharedBuffer<int> Data, int At);
        internal sealed class Other { public int X { get; set; } public string Name { get; set; } = ""; }

        [JsonSerializable(typeof(Point))]
        [JsonSerializable(typeof(Part))]
        internal sealed partial class Shapes : JsonSerializerContext;

        internal sealed class Reports : IProgress<int>
        {
            public int Sum { get; private set; }
            public void Report(int value) => Sum += value;
        }

        internal static class Work
        {
            public static int Double(int x) => 2 * x;
            public static Point Move(Point p) => p with { X = p.X + 1 };
            public static async Task<string> JoinAsync(string a, string b) { await Task.Delay(1); return a + b; }
            public static byte[] Reverse(byte[] b) { Array.Reverse(b); return b; }
            public static void Report(int n, IProgress<int> p) { for (var i = 0; i < n; i++) p.Report(i); }
            public static int Throw(string m) => throw new FormatException(m);
        }
        """;

    [Theory]
    [InlineData("framework-dependent single file", "PublishSingleFile", "EnableSingleFileAnalyzer=false")]
    [InlineData("self-contained folder", "SelfContained")]
    [InlineData("self-contained single file", "SelfContained", "PublishSingleFile")]
    [InlineData("trimmed single file", "SelfContained", "PublishSingleFile", "PublishTrimmed")]
    [InlineData("compiled ahead of time", "PublishAot")]
    public async Task A_published_program_is_its_own_worker_and_runs_main_once(string what, params string[] properties)
    {
        using var folder = new TempFolder();
        var program = await PublishAsync(folder.Path, properties);
        using var process = HostTests.StartFile(program);
        var said = await process.StandardOutput.ReadToEndAsync().Bounded();
        var complained = await process.StandardError.ReadToEndAsync().Bounded();
        var withoutReflection = properties.Contains("PublishAot") || properties.Contains("PublishTrimmed");
        Assert.True(complained.Length == 0, $"{what}: {said}{complained}");
        Assert.Equal(
            ["MAIN", "True True", "42", "Point { X = 2, Y = 2.5, Name = p }", "ab", "3,2,1", "10", "9900", "badTrue", "3", "6 7", "8", withoutReflection ? "no context" : "1"],
            said.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_program_that_was_compiled_ahead_of_time_without_its_beginning_says_so()
    {
        using var folder = new TempFolder();
        var program = await PublishAsync(folder.Path, ["PublishAot"], withBuildFiles: false);
        using var process = HostTests.StartFile(program);
        Assert.Equal("MAIN", (await process.StandardOutput.ReadToEndAsync().Bounded()).Trim());
        Assert.Contains("WorkerProgram.Start()", await process.StandardError.ReadToEndAsync().Bounded(), StringComparison.Ordinal);
    }

    private static async Task<string> PublishAsync(string folder, string[] properties, bool withBuildFiles = true)
    {
        var library = typeof(WorkerPool).Assembly.Location;
        var build = Path.Combine(Overloads.OverloadTests.Repository(), "src", "ConcurrencyAnalyzers.Workers", "build", "ConcurrencyAnalyzers.Workers.targets");
        var settings = properties.Select(p => p.Split('=')).Select(p => $"<{p[0]}>{(p.Length > 1 ? p[1] : "true")}</{p[0]}>");
        var contained = properties.Contains("SelfContained") || properties.Contains("PublishAot");
        File.WriteAllText(Path.Combine(folder, "program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                {(contained ? "" : "<SelfContained>false</SelfContained>")}
                {string.Concat(settings)}
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{library}" />
              </ItemGroup>
              {(withBuildFiles ? $"<Import Project=\"{build}\" />" : "")}
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        using var publish = HostTests.StartFile("dotnet", ["publish", folder, "-o", Path.Combine(folder, "out"), "--nologo", "-v", "q"]);
        var log = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, log);
        return Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "program.exe" : "program");
    }
}
