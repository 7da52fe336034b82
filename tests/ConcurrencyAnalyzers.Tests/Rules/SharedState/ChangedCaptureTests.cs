using ConcurrencyAnalyzers.Testing;
using Xunit;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

public class ChangedCaptureTests
{
    private static string Body(string statements, string members = "") => $$"""
        public class C
        {
            public async Task RunAsync(string[] items, TextReader reader)
            {
                var jobs = new List<Task>();
                var threads = new List<Thread>();
        {{string.Join("\n", statements.Split('\n').Select(line => "        " + line))}}
                foreach (var thread in threads)
                    thread.Join();
                await Task.WhenAll(jobs);
            }
        {{members}}
        }
        """;

    [Theory]
    [InlineData("for (var i = 0; i < 9; i++)\n    jobs.Add(Task.Run(() => Console.WriteLine({|CONC1007:i|})));")]
    [InlineData("for (var i = 0; i < 9; i++)\n{\n    var thread = new Thread(() => Console.WriteLine({|CONC1007:i|}));\n    thread.Start();\n    threads.Add(thread);\n}")]
    [InlineData("string? line;\nwhile ((line = reader.ReadLine()) != null)\n    jobs.Add(Task.Run(() => Console.WriteLine({|CONC1007:line|})));")]
    [InlineData("var at = 0;\nforeach (var item in items)\n{\n    jobs.Add(Task.Run(() => Console.WriteLine(item + {|CONC1007:at|})));\n    at++;\n}")]
    [InlineData("var last = \"\";\nforeach (var item in items)\n{\n    last = item;\n    ThreadPool.QueueUserWorkItem(_ => Console.WriteLine({|CONC1007:last|}));\n}")]
    [InlineData("var i = 0;\ndo\n{\n    jobs.Add(Task.Run(async () => { await Task.Delay(1); Console.WriteLine({|CONC1007:i|}); }));\n}\nwhile (++i < 9);")]
    public Task A_variable_that_the_loop_changes_is_reported(string statements) => Verify.AnalyzerAsync(Body(statements));

    [Theory]
    [InlineData("for (var i = 0; i < 9; i++)\n{\n    var copy = i;\n    jobs.Add(Task.Run(() => Console.WriteLine(copy)));\n}")]
    [InlineData("foreach (var item in items)\n    jobs.Add(Task.Run(() => Console.WriteLine(item)));")]
    [InlineData("for (var i = 0; i < 9; i++)\n    await Task.Run(() => Console.WriteLine(i));")]
    [InlineData("for (var i = 0; i < 9; i++)\n{\n    var thread = new Thread(() => Console.WriteLine(i));\n    thread.Start();\n    thread.Join();\n}")]
    [InlineData("for (var i = 0; i < 9; i++)\n    Parallel.For(0, 9, j => Console.WriteLine(i + j));")]
    [InlineData("for (var i = 0; i < 9; i++)\n    jobs.Add(Task.Factory.StartNew(state => Console.WriteLine(state), i));")]
    [InlineData("for (var i = 0; i < 9; i++)\n    items = items.Select(item => item + i).ToArray();")]
    [InlineData("var stop = false;\nvar watcher = new Thread(() => { while (!Volatile.Read(ref stop)) Thread.Sleep(1); });\nwatcher.Start();\nVolatile.Write(ref stop, true);\nwatcher.Join();")]
    [InlineData("var size = items.Length;\nfor (var i = 0; i < 9; i++)\n    jobs.Add(Task.Run(() => Console.WriteLine(size)));\nawait Task.WhenAll(jobs);\nsize = 0;")]
    public Task Work_that_sees_its_own_value_is_not_reported(string statements) => Verify.SilentAsync(Body(statements));

    [Fact]
    public Task The_fix_copies_the_variable_in_front_of_the_start() => Verify.FixAsync(
        Body("for (var i = 0; i < 9; i++)\n    Add(jobs, i);\nfor (var i = 0; i < 9; i++)\n{\n    // One job a number.\n    jobs.Add(Task.Run(() => Console.WriteLine({|CONC1007:i|} + i))); // counted\n}", "    private static void Add(List<Task> jobs, int i) => jobs.Add(Task.Run(() => Console.WriteLine(i)));"),
        Body("for (var i = 0; i < 9; i++)\n    Add(jobs, i);\nfor (var i = 0; i < 9; i++)\n{\n    var currentI = i;\n    // One job a number.\n    jobs.Add(Task.Run(() => Console.WriteLine(currentI + currentI))); // counted\n}", "    private static void Add(List<Task> jobs, int i) => jobs.Add(Task.Run(() => Console.WriteLine(i)));"));

    [Fact]
    public Task The_fix_gives_a_loop_without_braces_a_block() => Verify.FixAsync(
        Body("for (var i = 0; i < 9; i++)\n    jobs.Add(Task.Run(() => Console.WriteLine({|CONC1007:i|})));"),
        Body("for (var i = 0; i < 9; i++)\n{\n    var currentI = i;\n    jobs.Add(Task.Run(() => Console.WriteLine(currentI)));\n}"));

    [Fact]
    public Task The_copy_takes_a_free_name() => Verify.FixAsync(
        Body("var currentI = 1;\nfor (var i = 0; i < 9; i++)\n{\n    jobs.Add(Task.Run(() => Console.WriteLine({|CONC1007:i|})));\n}\nConsole.WriteLine(currentI);"),
        Body("var currentI = 1;\nfor (var i = 0; i < 9; i++)\n{\n    var currentI2 = i;\n    jobs.Add(Task.Run(() => Console.WriteLine(currentI2)));\n}\nConsole.WriteLine(currentI);"));
}
