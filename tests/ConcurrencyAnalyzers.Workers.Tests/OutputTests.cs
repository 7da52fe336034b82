namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>These replace the console of the whole process, so nothing else runs beside them.</summary>
[CollectionDefinition(nameof(OutputTests), DisableParallelization = true)]
public sealed class OutputCollection;

[Collection(nameof(OutputTests))]
public sealed class OutputTests
{
    [Fact]
    public async Task What_a_job_writes_is_here_before_its_task_ends()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var (output, error) = await Captured(() => pool.RunAsync(Write).Bounded());
        Assert.Equal($"one{Environment.NewLine}two 2{Environment.NewLine}rest", output);
        Assert.Equal($"bad{Environment.NewLine}", error);
    }

    [Fact]
    public async Task What_a_process_writes_past_the_console_arrives_too()
    {
        var (output, _) = await Captured(() => WorkerProcess.Start(WriteRaw).WaitForExitAsync().Bounded());
        Assert.Equal("raw\n", output);
    }

    [Fact]
    public async Task Lines_of_processes_that_write_at_the_same_time_stay_whole()
    {
        var (output, _) = await Captured(async () =>
        {
            var letters = WorkerProcess.Start(WriteMany, 'a');
            var digits = WorkerProcess.Start(WriteMany, '1');
            await letters.WaitForExitAsync().Bounded();
            await digits.WaitForExitAsync().Bounded();
        });
        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(200, lines.Length);
        Assert.All(lines, l => Assert.Equal(50, l.Length));
        Assert.All(lines, l => Assert.Single(l.Distinct()));
    }

    [Fact]
    public async Task Each_line_says_which_worker_wrote_it_where_that_was_asked_for()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.ForwardWithPrefix });
        var number = await pool.RunAsync(static () => WorkerContext.WorkerNumber).Bounded();
        var (output, error) = await Captured(async () =>
        {
            await pool.RunAsync(Write).Bounded();
            await pool.RunAsync(static () => Console.WriteLine(" goes on")).Bounded();
        });
        var prefix = $"[worker {number}] ";
        Assert.Equal($"{prefix}one{Environment.NewLine}{prefix}two 2{Environment.NewLine}{prefix}rest goes on{Environment.NewLine}", output);
        Assert.Equal($"{prefix}bad{Environment.NewLine}", error);
    }

    [Fact]
    public async Task Discarded_output_goes_nowhere()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        Assert.Equal(("", ""), await Captured(() => pool.RunAsync(Write).Bounded()));
    }

    [Fact]
    public async Task An_unhandled_exception_of_a_process_is_told_on_the_error_stream()
    {
        var (_, error) = await Captured(() => WorkerProcess.Start(Jobs.Throw, "bad").WaitForExitAsync().Bounded());
        Assert.Contains("InvalidOperationException: bad", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_that_fails_fails_no_job()
    {
        var output = Console.Out;
        Console.SetOut(new FailingWriter());
        try
        {
            await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
            Assert.Equal(3, await pool.RunAsync(static () => { Console.WriteLine("one"); return 3; }).Bounded());
            Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    private sealed class FailingWriter : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) => throw new InvalidOperationException();

        public override void Write(string? value) => throw new InvalidOperationException();
    }

    private static async Task<(string Output, string Error)> Captured(Func<Task> action)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var outWriter = new StringWriter();
        using var errorWriter = new StringWriter();
        Console.SetOut(outWriter);
        Console.SetError(errorWriter);
        try
        {
            await action();
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
        return (outWriter.ToString(), errorWriter.ToString());
    }

    private static void Write()
    {
        Console.WriteLine("one");
        Console.Write("two ");
        Console.WriteLine(2);
        Console.Error.WriteLine("bad");
        Console.Write("rest");
    }

    private static void WriteRaw()
    {
        using var stream = Console.OpenStandardOutput();
        stream.Write("raw\n"u8);
    }

    private static void WriteMany(char letter)
    {
        for (var i = 0; i < 100; i++)
            Console.WriteLine(new string(letter, 50));
    }
}
