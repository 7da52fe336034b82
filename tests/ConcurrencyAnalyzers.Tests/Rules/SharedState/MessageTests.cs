using ConcurrencyAnalyzers.Rules;
using ConcurrencyAnalyzers.Rules.SharedState;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

/// <summary>What a finding says, which places it points to, and what it hands to its fix.</summary>
public class MessageTests
{
    private const string Counter = """
        class Counter
        {
            private int _hits;

            public void Run(string[] lines)
            {
                var first = Task.Run(() => { _hits++; });
                _hits += lines.Length;
                first.Wait();
            }
        }
        """;

    [Fact]
    public async Task Both_accesses_and_both_flows_are_named()
    {
        var all = await FindAsync<UnsynchronizedAccess>(Counter);
        Assert.Equal(
            [
                "'_hits' is incremented here by the task started in Run with no lock, while it can be updated by the code that goes on in Run (line 8): one of the updates can be lost",
                "'_hits' is updated here by the code that goes on in Run with no lock, while it can be incremented by the task started in Run (line 7): one of the updates can be lost",
            ],
            all.Select(one => one.GetMessage()));
    }

    [Fact]
    public async Task The_other_access_and_the_start_of_the_flow_are_related_places()
    {
        var all = await FindAsync<UnsynchronizedAccess>(Counter);
        Assert.Equal(["_hits += lines.Length", "Task.Run"], Related(all[0]));
        Assert.Equal(["_hits++", "Task.Run"], Related(all[1]));
    }

    [Fact]
    public async Task The_calls_on_the_way_are_related_places()
    {
        var all = await FindAsync<UnsynchronizedAccess>("""
            class Counter
            {
                private int _hits;
                public void Run(int times) => Parallel.For(0, times, _ => Outer());
                private void Outer() => Inner();
                private void Inner() => _hits++;
            }
            """);
        Assert.Equal(["_hits++", "Parallel.For", "Outer", "Inner"], Related(Assert.Single(all)));
    }

    [Fact]
    public async Task Both_ways_to_the_accesses_are_told_from_the_start_of_their_flow()
    {
        var one = (await FindAsync<UnsynchronizedAccess>("""
            class Counter
            {
                private int _hits;
                public void Run()
                {
                    var task = System.Threading.Tasks.Task.Run(() => Outer());
                    _hits++;
                    task.Wait();
                }

                private void Outer() => _hits++;
            }
            """))[0];
        Assert.EndsWith("(7,9)", one.Properties[FixFacts.HereTrace], StringComparison.Ordinal);
        Assert.Matches(@"^[^>]*\(6,20\) > [^>]*\(6,58\) > [^>]*\(11,29\)$", one.Properties[FixFacts.ThereTrace]);
    }

    [Fact]
    public async Task The_fix_learns_all_unguarded_accesses_and_the_declaration()
    {
        var all = await FindAsync<UnsynchronizedAccess>(Counter);
        foreach (var one in all)
        {
            Assert.Equal(["_hits++", "_hits += lines.Length"], Texts(one, FixFacts.Accesses));
            Assert.Equal(["_hits"], Texts(one, FixFacts.Declaration));
            Assert.Equal("_hits", one.Properties[FixFacts.State]);
            Assert.Equal("field", one.Properties[FixFacts.StateKind]);
            Assert.Equal("interlocked,lock", one.Properties[FixFacts.Remedies]);
            Assert.Equal("LostUpdate", one.Properties[FixFacts.Harm]);
            Assert.False(one.Properties.ContainsKey(FixFacts.Guard));
        }

        Assert.Equal(all[0].Properties[FixFacts.Pair], all[1].Properties[FixFacts.Pair]);
    }

    [Fact]
    public async Task The_missing_lock_is_named()
    {
        var one = Assert.Single(await FindAsync<InconsistentLock>("""
            class Stock
            {
                private readonly object _sync = new();
                private readonly List<int> _items = [];
                public void Add(int item) { lock (_sync) { _items.Add(item); } }
                public void Remove(int item) { lock (_sync) { _items.Remove(item); } }
                public void Clear() => _items.Clear();
            }
            """));
        Assert.Contains("'_items' is changed here by callers of Clear without 'lock (_sync)', while it can be changed by callers of", one.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("under that lock", one.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("_sync", one.Properties[FixFacts.Guard]);
        Assert.Equal("lock", one.Properties[FixFacts.Remedies]);
        Assert.Equal("Corruption", one.Properties[FixFacts.Harm]);
    }

    [Fact]
    public async Task A_captured_local_is_told_from_a_static()
    {
        var local = await FindAsync<UnsynchronizedAccess>("class C { static int M(int n) { int sum = 0; Parallel.For(0, n, i => { sum += i; }); return sum; } }");
        Assert.Equal("local", Assert.Single(local).Properties[FixFacts.StateKind]);
        var shared = await FindAsync<UnsynchronizedAccess>("class C { static int s_sum; static void M(int n) => Parallel.For(0, n, i => { s_sum += i; }); }");
        Assert.Equal("static", Assert.Single(shared).Properties[FixFacts.StateKind]);
    }

    [Fact]
    public async Task A_decimal_that_is_read_while_it_is_written_is_torn()
    {
        var all = await FindAsync<NonAtomicUpdate>("""
            class Panel
            {
                private decimal _price;
                public decimal Show(Func<decimal> feed)
                {
                    var reader = Task.Run(() => { _price = feed(); });
                    var shown = _price;
                    reader.Wait();
                    return shown;
                }
            }
            """);
        Assert.NotEmpty(all);
        Assert.All(all, one => Assert.EndsWith("the value is wider than a machine word and can be read half old, half new", one.GetMessage(), StringComparison.Ordinal));
        Assert.All(all, one => Assert.Equal("Tearing", one.Properties[FixFacts.Harm]));
    }

    [Fact]
    public async Task A_type_in_two_files_is_one_type()
    {
        var all = await FindAsync<UnsynchronizedAccess>(
            "partial class Hits { private int _count; public void Run(int n) => Parallel.For(0, n, _ => { _count++; Add(); }); }",
            "partial class Hits { private void Add() => _count += 2; }");
        Assert.Equal(["/0/Test0.cs", "/0/Test1.cs"], all.Select(one => one.Location.GetLineSpan().Path));
        Assert.All(all, one => Assert.Equal("true", one.Properties[FixFacts.Elsewhere]));
        Assert.False(all[1].Properties.ContainsKey(FixFacts.Declaration));
    }

    [Fact]
    public async Task Generated_code_is_read_and_never_reported()
    {
        var test = Of<UnsynchronizedAccess>();
        test.TestState.Sources.Add(("/0/Hits.cs", "partial class Hits { private int _count; private void Add() => {|CONC1001:_count++|}; }"));
        test.TestState.Sources.Add(("/0/Hits.g.cs", "partial class Hits { public void Run(int n) => Parallel.For(0, n, _ => { _count += 2; Add(); }); }"));
        await test.RunAsync();
    }

    private static CSharpAnalyzerTest<T> Of<T>() where T : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new() => new();

    private static async Task<Diagnostic[]> FindAsync<T>(params string[] sources) where T : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new()
    {
        var test = Of<T>();
        for (var i = 0; i < sources.Length; i++)
            test.TestState.Sources.Add(($"/0/Test{i}.cs", sources[i]));
        var all = await Analysis.RunAsync(test.CreateProject(), [new T()]);
        Assert.DoesNotContain(all, one => one.Severity == DiagnosticSeverity.Error);
        return [.. all.Where(one => !Analysis.IsCompiler(one))];
    }

    private static string[] Related(Diagnostic one) => [.. one.AdditionalLocations.Select(place => place.SourceTree!.GetText().ToString(place.SourceSpan))];

    private static string[] Texts(Diagnostic one, string key) =>
        [.. FixFacts.ParseSpans(one.Properties[key]).Select(span => one.Location.SourceTree!.GetText().ToString(span))];
}
