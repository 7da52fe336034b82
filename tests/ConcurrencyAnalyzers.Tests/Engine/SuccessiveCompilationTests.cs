using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConcurrencyAnalyzers.Tests.Engine;

/// <summary>An editor makes a new compilation for every keystroke: what is kept between them, and that it is kept right.</summary>
public class SuccessiveCompilationTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules = [.. Product.CreateAnalyzers()];

    [Fact]
    public void No_compilation_model_or_symbol_stays_alive()
    {
        var old = new List<WeakReference>();
        var compilation = Turns(null, 0, 200, old);
        Collect();
        Assert.Equal(0, old.Count(static reference => reference.IsAlive));
        GC.KeepAlive(compilation);
    }

    [Fact]
    public void Unchanged_trees_cost_no_more_memory_from_turn_to_turn()
    {
        var compilation = Turns(null, 0, 50, null);
        Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        compilation = Turns(compilation, 50, 200, null);
        Collect();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        // Tests run side by side and allocate too; what one turn would leave behind is far more than this all together.
        Assert.True(grown < 150 * 100_000, $"{grown} bytes in 150 turns");
        GC.KeepAlive(compilation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_answer_after_any_edits_is_that_of_a_new_process(int seed)
    {
        var random = new Random(seed);
        var warm = Create([.. s_files]);
        var rules = new HashSet<string>(Diagnose(warm).Select(static diagnostic => diagnostic.Id));
        Assert.Superset(new HashSet<string> { "CONC1001", "CONC1002", "CONC1004", "CONC3002", "CONC4001" }, rules);
        for (var turn = 0; turn < 40; turn++)
        {
            var tree = warm.SyntaxTrees[random.Next(s_files.Length)];
            warm = warm.ReplaceSyntaxTree(tree, tree.WithChangedText(Edit(tree, random)));

            // Under another name, so that nothing that is known of the files is taken over.
            var cold = Create([.. warm.SyntaxTrees.Take(s_files.Length).Select(static tree => (tree.FilePath, tree.GetText().ToString()))]).WithAssemblyName($"Cold{seed}.{turn}");
            Assert.Equal(Answer(cold), Answer(warm));
        }
    }

    /// <summary>Takes a statement away, writes one twice, or puts one into another body.</summary>
    private static Microsoft.CodeAnalysis.Text.SourceText Edit(SyntaxTree tree, Random random)
    {
        var statements = tree.GetRoot().DescendantNodes().OfType<StatementSyntax>().Where(static statement => statement.Parent is BlockSyntax && statement is not BlockSyntax).ToArray();
        if (statements.Length < 8)
            return tree.GetText();
        var (one, other) = (statements[random.Next(statements.Length)], statements[random.Next(statements.Length)]);
        var change = random.Next(3) switch
        {
            0 => new Microsoft.CodeAnalysis.Text.TextChange(one.FullSpan, ""),
            1 => new Microsoft.CodeAnalysis.Text.TextChange(new(one.FullSpan.End, 0), one.ToFullString()),
            _ => new Microsoft.CodeAnalysis.Text.TextChange(new(other.FullSpan.Start, 0), one.ToFullString()),
        };
        return tree.GetText().WithChanges(change);
    }

    private static string[] Answer(CSharpCompilation compilation)
    {
        Assert.Null(ConcurrencyModel.Of(compilation).Findings(compilation, null, CancellationToken.None).Failure);
        return [.. Analysis.Ordered(Diagnose(compilation)).Select(Analysis.Describe)];
    }

    /// <summary>In a method of its own: unoptimised code keeps what it has passed on until it returns.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CSharpCompilation Turns(CSharpCompilation? from, int first, int end, List<WeakReference>? old)
    {
        var compilation = from ?? Create([.. s_files]);
        for (var turn = first; turn < end; turn++)
            compilation = Turn(compilation, turn, old);
        return compilation;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CSharpCompilation Turn(CSharpCompilation compilation, int turn, List<WeakReference>? old)
    {
        var tree = compilation.SyntaxTrees[turn % s_files.Length];
        var brace = tree.GetRoot().DescendantNodes().OfType<BlockSyntax>().First().OpenBraceToken.Span.End;
        var text = turn % 2 == 0 ? tree.GetText().Replace(brace, 0, " ;") : tree.GetText().Replace(brace, 2, "");

        // Every tenth turn declares something, which makes the facts of all other trees obsolete.
        if (turn % 10 == 9)
            text = text.Replace(text.Length, 0, $"\nclass New{turn} {{ }}");
        var next = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        _ = Diagnose(next);
        old?.Add(new(compilation));
        old?.Add(new(compilation.Assembly));
        old?.Add(new(compilation.GetSemanticModel(tree)));
        return next;
    }

    private static ImmutableArray<Diagnostic> Diagnose(CSharpCompilation compilation) =>
        compilation.WithAnalyzers(s_rules).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static CSharpCompilation Create(ImmutableArray<(string Path, string Text)> files) => CSharpCompilation.Create(
        "Test",
        files.Append(("/0/Usings.cs", "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;"))
            .Select(static file => CSharpSyntaxTree.ParseText(file.Item2, new CSharpParseOptions(LanguageVersion.Latest), file.Item1)),
        ReferenceAssemblies.Default.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static readonly (string Path, string Text)[] s_files =
    [
        ("/0/Counter.cs", """
            public class Counter
            {
                private readonly object _gate = new();
                private readonly List<int> _seen = [];
                private int _total;
                private volatile int _hits;
                public void Add(int n)
                {
                    _hits++;
                    lock (_gate)
                    {
                        _total += n;
                        _seen.Add(n);
                    }
                }
                public void Clear()
                {
                    lock (_gate)
                    {
                        _total = 0;
                        _seen.Clear();
                    }
                }
                public int Sum()
                {
                    var sum = 0;
                    foreach (var one in _seen)
                        sum += one;
                    sum += Depth(3);
                    return sum;
                }
                public int Depth(int n)
                {
                    if (n == 0)
                        return _total;
                    return Back(n - 1);
                }
                private int Back(int n)
                {
                    _total = n;
                    return Depth(n);
                }
            }
            """),
        ("/0/Pump.cs", """
            public class Pump
            {
                private readonly Counter _counter = new();
                private readonly Queue<string> _queue = new();
                private Action? _then;
                private int _left;
                public void Run()
                {
                    _left = 10;
                    var worker = new Thread(Work);
                    worker.Start();
                    _left = 3;
                    _queue.Enqueue("a");
                    worker.Join();
                    _counter.Clear();
                }
                public void Later(Action then)
                {
                    _then = then;
                }
                private void Work()
                {
                    while (_left > 0)
                    {
                        _left--;
                        _counter.Add(_left);
                        _queue.Dequeue();
                    }
                    _then?.Invoke();
                }
            }
            """),
        ("/0/Cache.cs", """
            public class Cache
            {
                private const int Rounds = 1000;
                private readonly object _gate = new();
                private readonly Dictionary<string, int> _known = [];
                private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _hits = new();
                public int Get(string key)
                {
                    bool isKnown;
                    lock (_gate)
                    {
                        isKnown = _known.ContainsKey(key);
                    }
                    if (!isKnown)
                    {
                        lock (_gate)
                        {
                            _known.Add(key, 1);
                        }
                    }
                    return Walk(key, 3);
                }
                public void Hit(string key)
                {
                    if (Has(key))
                    {
                        var hits = _hits[key];
                        _hits[key] = hits + 1;
                    }
                }
                public void Start(int n)
                {
                    Task.Run(() => Crunch(n));
                    var other = Task.Run(() => Weigh(n));
                    other.Wait();
                }
                private bool Has(string key)
                {
                    return _hits.ContainsKey(key);
                }
                private int Walk(string key, int depth)
                {
                    if (depth == 0)
                        return 0;
                    Hit(key);
                    return Again(key, depth - 1);
                }
                private int Again(string key, int depth)
                {
                    _hits.TryRemove(key, out var hits);
                    return hits + Walk(key, depth);
                }
                private long Crunch(int n)
                {
                    var sum = 0L;
                    for (var i = 0; i < n; i++)
                        for (var j = 0; j < n; j++)
                            sum += Weigh(i * j);
                    return sum;
                }
                private static long Weigh(int n)
                {
                    var sum = 0L;
                    for (var i = 0; i < Rounds; i++)
                        sum += i % (n + 1);
                    return sum;
                }
            }
            """),
        ("/0/Program.cs", """
            public static class Program
            {
                private static int s_done;
                public static async Task Main()
                {
                    var pump = new Pump();
                    var counter = new Counter();
                    var tasks = new List<Task>();
                    pump.Later(Done);
                    for (var i = 0; i < 4; i++)
                    {
                        tasks.Add(Task.Run(() => counter.Add(i)));
                        tasks.Add(Task.Run(Done));
                    }
                    pump.Run();
                    await Task.WhenAll(tasks);
                    Console.WriteLine(counter.Sum());
                    Console.WriteLine(s_done);
                }
                private static void Done()
                {
                    s_done++;
                }
            }
            """),
    ];
}
