using ConcurrencyAnalyzers.CodeFixes.SharedState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>Inferred guards written as contracts: as a second action on a finding, and as a refactoring on the type.</summary>
public class ContractWriterTests
{
    private const string Stock = """
        using System.Text;

        public sealed class Stock
        {
            private readonly object _gate = new();
            private readonly Dictionary<string, int> _items = [];
            private int _changes;

            /// <summary>What was done.</summary>
            private readonly StringBuilder _log = new();

            public void Put(string name, int count)
            {
                lock (_gate)
                {
                    _items[name] = count;
                    Note("put");
                }
            }

            public void Take(string name)
            {
                lock (_gate)
                {
                    _items.Remove(name);
                    Note("take");
                }
            }

            public int Changes()
            {
                lock (_gate)
                {
                    return _changes;
                }
            }

            // Callers hold the lock.
            private void Note(string what)
            {
                _log.Append(what);
                _changes++;
            }
        }
        """;

    private const string Written = """
        using System.Text;
        using ConcurrencyAnalyzers;

        public sealed class Stock
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private readonly Dictionary<string, int> _items = [];
            [GuardedBy(nameof(_gate))] private int _changes;

            /// <summary>What was done.</summary>
            [GuardedBy(nameof(_gate))] private readonly StringBuilder _log = new();

            public void Put(string name, int count)
            {
                lock (_gate)
                {
                    _items[name] = count;
                    Note("put");
                }
            }

            public void Take(string name)
            {
                lock (_gate)
                {
                    _items.Remove(name);
                    Note("take");
                }
            }

            public int Changes()
            {
                lock (_gate)
                {
                    return _changes;
                }
            }

            // Callers hold the lock.
            [RequiresLock(nameof(_gate))]
            private void Note(string what)
            {
                _log.Append(what);
                _changes++;
            }
        }
        """;

    [Fact]
    public async Task A_type_is_annotated_as_a_whole()
    {
        Assert.Equal(Written, await RefactorAsync(Stock));
        await Verify.SilentAsync(Written);
    }

    [Fact]
    public async Task What_is_written_is_not_written_again() => Assert.Null(await RefactorAsync(Written));

    [Fact]
    public Task A_lock_removed_afterwards_is_found() => Verify.AnalyzerAsync(Written.Replace("""
                lock (_gate)
                {
                    return _changes;
                }
        """, """
                return {|CONC1009:_changes|};
        """));

    [Fact]
    public async Task A_bare_count_or_a_double_check_is_no_contract() => Assert.Null(await RefactorAsync("""
        public sealed class Cache
        {
            private readonly object _gate = new();
            private readonly List<int> _items = [];
            private string? _text;

            public int Count => _items.Count;

            public void Add(int item)
            {
                lock (_gate)
                {
                    _items.Add(item);
                }
            }

            public void Clear()
            {
                lock (_gate)
                {
                    _items.Clear();
                }
            }

            public string Text()
            {
                if (_text is null)
                {
                    lock (_gate)
                    {
                        _text ??= "text";
                    }
                }

                return _text;
            }
        }
        """));

    [Fact]
    public async Task Static_state_and_a_semaphore_are_named_too()
    {
        var written = await RefactorAsync("""
            public static class Names
            {
                private static readonly SemaphoreSlim s_turn = new(1, 1);
                [Obsolete] private static int s_count;

                public static async Task AddAsync()
                {
                    await s_turn.WaitAsync();
                    s_count++;
                    s_turn.Release();
                }

                public static void Reset()
                {
                    s_turn.Wait();
                    s_count = 0;
                    s_turn.Release();
                }
            }
            """);
        Assert.Contains("[Obsolete] [GuardedBy(nameof(s_turn))] private static int s_count;", written, StringComparison.Ordinal);
        await Verify.SilentAsync(written!);
    }

    [Fact]
    public Task A_finding_becomes_one_of_the_contract() => Verify.FixAsync("""
        class Jar
        {
            private readonly object _gate = new();
            private readonly List<int> _coins = [];

            public void Put(int coin)
            {
                lock (_gate)
                {
                    _coins.Add(coin);
                }
            }

            public void Empty()
            {
                lock (_gate)
                {
                    _coins.Clear();
                }
            }

            public bool Has(int coin) => {|CONC1002:_coins.Contains|}(coin);
        }
        """, """
        using ConcurrencyAnalyzers;

        class Jar
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private readonly List<int> _coins = [];

            public void Put(int coin)
            {
                lock (_gate)
                {
                    _coins.Add(coin);
                }
            }

            public void Empty()
            {
                lock (_gate)
                {
                    _coins.Clear();
                }
            }

            public bool Has(int coin) => {|CONC1009:_coins.Contains|}(coin);
        }
        """, id: "CONC1002", action: 1, title: "Write down which lock guards which state");

    /// <summary>The text after the refactoring on the first type; null where none is offered.</summary>
    private static async Task<string?> RefactorAsync(string source)
    {
        var test = new RuleTest();
        test.TestState.MarkupOptions = MarkupOptions.Ignore;
        test.TestState.Sources.Add(source);
        var document = test.CreateProject().Documents.First(candidate => candidate.FilePath!.EndsWith("Test0.cs", StringComparison.Ordinal));
        var actions = new List<CodeAction>();
        var at = source.IndexOf("class ", StringComparison.Ordinal) + "class ".Length;
        await new WriteContractsRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, new TextSpan(at, 0), actions.Add, CancellationToken.None));
        if (actions is not [var action])
            return null;
        var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
