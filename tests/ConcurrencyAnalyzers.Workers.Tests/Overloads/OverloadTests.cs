namespace ConcurrencyAnalyzers.Workers.Tests.Overloads;

public sealed class OverloadTests
{
    // WRITE_OVERLOADS=1 writes the files instead of comparing them.
    [Fact]
    public void The_overloads_are_those_that_the_generator_writes()
    {
        var folder = Path.Combine(Repository(), "src", "ConcurrencyAnalyzers.Workers");
        foreach (var (name, text) in OverloadText.Files())
        {
            var path = Path.Combine(folder, name);
            if (Environment.GetEnvironmentVariable("WRITE_OVERLOADS") == "1")
                File.WriteAllText(path, text);
            Assert.Equal(text, File.ReadAllText(path).ReplaceLineEndings());
        }
    }

    [Fact]
    public async Task Methods_of_sixteen_parameters_run()
    {
        var pool = WorkerPool.Shared;
        Assert.Equal(136, await pool.RunAsync(Sum16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16).Bounded());
        Assert.Equal(120, await pool.RunAsync(Sum15, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15).Bounded());
        Assert.Equal("56789", await pool.RunAsync(Join5, "5", '6', 7L, (byte)8, 9.0).Bounded());
    }

    [Fact]
    public async Task Methods_of_many_parameters_without_a_result_run()
    {
        using var file = new TempFile();
        await WorkerPool.Shared.RunAsync(Write6, file.Path, 1, 2, 3, 4, 5).Bounded();
        await WorkerPool.Shared.RunAsync(WriteLater6, file.Path, 6, 7, 8, 9, 0).Bounded();
        Assert.Equal("1234567890", File.ReadAllText(file.Path));
        await using var process = WorkerProcess.Start(Code7, 1, 1, 1, 1, 1, 1, 1);
        Assert.Equal(7, await process.WaitForExitAsync().Bounded());
    }

    private static int Sum16(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p) =>
        a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p;

    private static async Task<int> Sum15(
        int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o;
    }

    private static string Join5(string a, char b, long c, byte d, double e) => $"{a}{b}{c}{d}{e}";

    private static void Write6(string path, int a, int b, int c, int d, int e) => File.AppendAllText(path, $"{a}{b}{c}{d}{e}");

    private static Task WriteLater6(string path, int a, int b, int c, int d, int e) => File.AppendAllTextAsync(path, $"{a}{b}{c}{d}{e}");

    private static int Code7(int a, int b, int c, int d, int e, int f, int g) => a + b + c + d + e + f + g;

    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConcurrencyAnalyzers.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run in the repository.");
    }
}
