using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>CONC1004 on concurrent collections, which have no call for both steps.</summary>
public class StepLockTests : FixTest<CheckThenAct, CheckThenActFix>
{
    private static string Spool(string submit, string others, string gate = "") => $$"""
        using System.Collections.Concurrent;

        public sealed class Spool
        {
            {{gate}}private readonly ConcurrentQueue<string> _jobs = new();

            public bool Submit(string job, int most, Action<string> print)
            {
                {{submit.Replace("\n", "\n        ").Replace("        \n", "\n")}}
            }

            {{others.Replace("\n", "\n    ")}}
        }

        public static class Program
        {
            public static void Main()
            {
                var spool = new Spool();
                Parallel.For(0, 100, i => spool.Submit(i.ToString(), 10, Console.WriteLine));
            }
        }
        """;

    private const string Gate = "private readonly Lock _gate = new();\n    ";

    [Fact]
    public Task Room_is_promised_under_a_lock() => Fixes(
        Spool("if (_jobs.Count >= most)\n    return false;\n{|CONC1004:_jobs.Enqueue|}(job); // in\nreturn true;", "public string? Next() => _jobs.TryDequeue(out var job) ? job : null;"),
        Spool("lock (_gate)\n{\n    if (_jobs.Count >= most)\n        return false;\n    _jobs.Enqueue(job); // in\n}\nreturn true;", "public string? Next() => _jobs.TryDequeue(out var job) ? job : null;", Gate));

    [Fact]
    public Task Whoever_fills_it_up_takes_it_too() => Fixes(
        Spool("if (_jobs.Count >= most)\n    return false;\n{|CONC1004:_jobs.Enqueue|}(job);\nreturn true;", "public void Force(string job) => _jobs.Enqueue(job);"),
        Spool("lock (_gate)\n{\n    if (_jobs.Count >= most)\n        return false;\n    _jobs.Enqueue(job);\n}\nreturn true;", "public void Force(string job)\n{\n    lock (_gate)\n    {\n        _jobs.Enqueue(job);\n    }\n}", Gate));

    [Theory]
    [InlineData("if (_jobs.Count >= most)\n    return false;\nprint(job);\n{|CONC1004:_jobs.Enqueue|}(job);\nreturn true;", "")]
    [InlineData("if (_jobs.Count >= most)\n    return false;\n{|CONC1004:_jobs.Enqueue|}(job);\nreturn true;", "public ConcurrentQueue<string> Jobs => _jobs;")]
    public Task Declines_what_no_lock_could_hold_together(string submit, string others) => Declines(Spool(submit, others));

    [Fact]
    public Task What_is_taken_anyway_is_taken_at_once() => Fixes(
        Spool("while (_jobs.TryPeek(out var next))\n{\n    print(next); // first\n    {|CONC1004:_jobs.TryDequeue|}(out _);\n}\nreturn true;", "public void Add(string job) => _jobs.Enqueue(job);"),
        Spool("while (_jobs.TryDequeue(out var next))\n{\n    print(next); // first\n}\nreturn true;", "public void Add(string job) => _jobs.Enqueue(job);"));

    [Fact]
    public Task Where_the_look_decides_both_are_under_a_lock() => Fixes(
        Spool("while (_jobs.TryPeek(out var next) && next.Length < most)\n{\n    {|CONC1004:_jobs.TryDequeue|}(out _); // mine\n    print(next);\n}\nreturn true;", "public void Add(string job) => _jobs.Enqueue(job);"),
        Spool("while (true)\n{\n    string? next;\n    lock (_gate)\n    {\n        if (!(_jobs.TryPeek(out next) && next.Length < most))\n            break;\n        _jobs.TryDequeue(out _); // mine\n    }\n\n    print(next);\n}\nreturn true;", "public void Add(string job) => _jobs.Enqueue(job);", Gate));

    [Fact]
    public Task Others_that_take_without_the_lock_would_come_in_between() => Declines(
        Spool("while (_jobs.TryPeek(out var next) && next.Length < most)\n{\n    {|CONC1004:_jobs.TryDequeue|}(out _);\n    print(next);\n}\nreturn true;", "public string? Next() => _jobs.TryDequeue(out var job) ? job : null;"));
}
