using System.Collections.Immutable;
using ConcurrencyAnalyzers.CodeFixes.CpuBound;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Fixes.CpuBound;

/// <summary>Stands in for the rule: every call of Task.Run and StartNew.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandIn4001 : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = new("CONC4001", "Heavy", "Heavy", "Tests", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxTreeAction(static context =>
        {
            foreach (var member in context.Tree.GetRoot(context.CancellationToken).DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            {
                if (member.ToString() is "Task.Run" or "Task.Factory.StartNew")
                    context.ReportDiagnostic(Diagnostic.Create(s_descriptor, member.GetLocation()));
            }
        });
    }
}

public class MoveToWorkerFixTests : FixTest<StandIn4001, MoveToWorkerFix>
{
    private const string Pool = """
        namespace ConcurrencyAnalyzers.Workers
        {
            public sealed class WorkerPool
            {
                public static WorkerPool Shared { get; } = new();
                public Task<TResult> RunAsync<TResult>(Func<TResult> method, CancellationToken cancellationToken = default) => Task.FromResult(method());
                public Task<TResult> RunAsync<T1, TResult>(Func<T1, TResult> method, T1 arg1, CancellationToken cancellationToken = default) => Task.FromResult(method(arg1));
                public Task<TResult> RunAsync<T1, T2, TResult>(Func<T1, T2, TResult> method, T1 arg1, T2 arg2, CancellationToken cancellationToken = default) => Task.FromResult(method(arg1, arg2));
            }
        }
        """;

    private const string Primes = """


        static class Primes
        {
            public static int Count(int from, int to)
            {
                int count = 0;
                for (int i = from; i < to; i++)
                    count += i % 2;
                return count;
            }

            public static long Sum(long[] numbers)
            {
                long sum = 0;
                foreach (var number in numbers)
                    sum += number;
                return sum;
            }

            public static int Sort(int[] numbers)
            {
                numbers[0] = 1;
                return numbers.Length;
            }

            private static int s_seen;

            public static int Remember(int n) => s_seen = n;

            public static long Square(long n) => n * n;
        }
        """;

    private static Task Moves(string source, string fixedSource)
    {
        var test = Test(source + Primes, fixedSource + Primes);
        test.TestState.Sources.Add(Pool);
        test.FixedState.Sources.Add(Pool);
        return test.RunAsync();
    }

    private static Task Stays(string source) => Moves(source, source);

    [Fact]
    public Task A_call_of_a_static_method() => Moves(
        """
        var low = [|Task.Run|](() => Primes.Count(0, 1_500_000));
        int n = 3;
        var high = [|Task.Run|](() => { return Primes.Count(n, n * 2); }, CancellationToken.None);
        var third = [|Task.Factory.StartNew|](() => Primes.Count(1, 2), TaskCreationOptions.LongRunning);
        Console.WriteLine(await low + await high + await third);
        """,
        """
        using ConcurrencyAnalyzers.Workers;

        var low = WorkerPool.Shared.RunAsync(Primes.Count, 0, 1_500_000);
        int n = 3;
        var high = WorkerPool.Shared.RunAsync(Primes.Count, n, n * 2, CancellationToken.None);
        var third = WorkerPool.Shared.RunAsync(Primes.Count, 1, 2);
        Console.WriteLine(await low + await high + await third);
        """);

    [Fact]
    public Task Arguments_get_the_types_of_the_parameters() => Moves(
        """
        class C
        {
            public async Task<long> M(long[] all, int n) => await [|Task.Run|](() => Primes.Sum(all)) + await [|Task.Run|](() => Primes.Square(n + 1));
        }
        """,
        """
        using ConcurrencyAnalyzers.Workers;

        class C
        {
            public async Task<long> M(long[] all, int n) => await WorkerPool.Shared.RunAsync(Primes.Sum, all) + await WorkerPool.Shared.RunAsync(Primes.Square, (long)(n + 1));
        }
        """);

    [Fact]
    public Task A_block_becomes_a_static_method_with_what_it_reads_as_parameters() => Moves(
        """
        class C
        {
            public async Task<int> M(int n, string name)
            {
                var limit = n * 2;
                var count = await [|Task.Run|](() =>
                {
                    // all of them
                    int found = name.Length;
                    for (int i = 0; i < limit; i++)
                    {
                        found += i % 3;
                    }

                    return found;
                });
                return count;
            }
        }
        """,
        """
        using ConcurrencyAnalyzers.Workers;

        class C
        {
            public async Task<int> M(int n, string name)
            {
                var limit = n * 2;
                var count = await WorkerPool.Shared.RunAsync(Compute, name, limit);
                return count;
            }

            private static int Compute(string name, int limit)
            {
                // all of them
                int found = name.Length;
                for (int i = 0; i < limit; i++)
                {
                    found += i % 3;
                }

                return found;
            }
        }
        """);

    [Theory]
    [InlineData("class C { int _n; int Heavy() => _n; Task<int> M() => [|Task.Run|](() => Heavy()); }")]
    [InlineData("class C { Task<int> M(int[] all) => [|Task.Run|](() => Primes.Sort(all)); }")]
    [InlineData("class C { Task<int> M() => [|Task.Run|](() => Primes.Remember(1)); }")]
    [InlineData("class C { static int Heavy(Func<int> f) => f(); Task<int> M() => [|Task.Run|](() => Heavy(() => 1)); }")]
    [InlineData("class C { static void Heavy(int n) { } Task M() => [|Task.Run|](() => Heavy(1)); }")]
    [InlineData("class C { static T Heavy<T>(T n) => n; Task<int> M() => [|Task.Run|](() => Heavy(1)); }")]
    [InlineData("class C { static int Next() => 1; Task<int> M() => [|Task.Run|](() => Primes.Count(Next(), 2)); }")]
    [InlineData("class C { Task<int> M() { int n = 0; return [|Task.Run|](() =>\n {\n n++;\n return n;\n }); } }")]
    [InlineData("class C { static Stream Heavy(int n) => null!; Task<Stream> M() => [|Task.Run|](() => Heavy(1)); }")]
    [InlineData("class C { static readonly List<int> s_cache = []; static int Heavy(int n) { s_cache.Add(n); return n; } Task<int> M() => [|Task.Run|](() => Heavy(1)); }")]
    public Task Work_that_needs_this_process_stays(string source) => Stays(source);

    [Fact]
    public Task Nothing_is_offered_without_the_workers() => Declines("class C { Task<int> M(int n) => [|Task.Run|](() => Primes.Count(0, n)); }" + Primes);
}
