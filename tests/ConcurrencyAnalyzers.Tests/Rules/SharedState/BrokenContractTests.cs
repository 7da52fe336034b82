namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

/// <summary>CONC1009: what its page and the labelled cases do not show.</summary>
public class BrokenContractTests
{
    private const string Using = "using ConcurrencyAnalyzers;\n";

    [Theory]
    [InlineData("private readonly object _gate = new();", "nameof(_gate)", "'_n' is [GuardedBy(_gate)], but it is incremented here without holding that lock")]
    [InlineData("", "\"this\"", "'_n' is [GuardedBy(this)], but it is incremented here without holding that lock")]
    [InlineData("private static readonly object s_gate = new();", "\"C.s_gate\"", "'_n' is [GuardedBy(C.s_gate)], but it is incremented here without holding that lock")]
    public Task The_message_names_the_contract_and_the_access(string gate, string name, string message) => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            {{gate}}
            [GuardedBy({{name}})] private int {|#1:_n|};

            public void Up() => {|#0:_n++|};
        }
        """, new DiagnosticResult("CONC1009", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithMessage(message));

    [Fact]
    public Task A_synchronized_method_holds_its_object() => Verify.SilentAsync($$"""
        {{Using}}using System.Runtime.CompilerServices;

        class C
        {
            [GuardedBy("this")] private int _n;

            [MethodImpl(MethodImplOptions.Synchronized)]
            public void Up() => _n++;
        }
        """);

    [Fact]
    public Task A_lock_taken_and_released_by_helpers_is_held_between() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _n;

            private void Enter() => Monitor.Enter(_gate);

            private void Leave() => Monitor.Exit(_gate);

            public void Up()
            {
                Enter();
                _n++;
                Leave();
                {|CONC1009:_n--|};
            }
        }
        """);

    [Fact]
    public Task A_lock_that_one_branch_releases_is_not_held_after() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _n;

            public void Up(bool early)
            {
                Monitor.Enter(_gate);
                if (early)
                {
                    Monitor.Exit(_gate);
                }

                {|CONC1009:_n++|};
            }
        }
        """);

    [Fact]
    public Task An_atomic_access_is_no_lock() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _n;

            public void Up() => Interlocked.Increment(ref {|CONC1009:_n|});
        }
        """);

    [Fact]
    public Task A_guarded_property_with_code_runs_under_the_lock_and_asks_for_it() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _n;

            [GuardedBy(nameof(_gate))]
            private int Twice
            {
                get => 2 * _n;
                set => _n = value / 2;
            }

            public int Read()
            {
                lock (_gate)
                {
                    return Twice;
                }
            }

            public void Write() => {|CONC1009:Twice|} = 4;
        }
        """);

    [Fact]
    public Task An_object_of_an_unknown_type_is_guarded_too() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private readonly System.Xml.XmlWriter _out = System.Xml.XmlWriter.Create("x");

            public void Write()
            {
                lock (_gate)
                {
                    _out.WriteComment("one");
                }

                {|CONC1009:_out.WriteComment|}("two");
            }
        }
        """);

    [Fact]
    public Task Code_of_another_type_is_held_to_the_contract() => Verify.AnalyzerAsync($$"""
        {{Using}}class State
        {
            public readonly object Gate = new();
            [GuardedBy(nameof(Gate))] public int Count;
        }

        class User(State state)
        {
            public void Right()
            {
                lock (state.Gate)
                {
                    state.Count++;
                }
            }
        }

        class Other
        {
            private readonly State _state = new();

            public void Wrong() => {|CONC1009:_state.Count++|};
        }
        """);

    [Fact]
    public Task A_lock_given_to_a_primary_constructor_can_be_named() => Verify.AnalyzerAsync($$"""
        {{Using}}class C(object gate)
        {
            [GuardedBy(nameof(gate))] private int _n;

            public void Up()
            {
                lock (gate)
                {
                    _n++;
                }
            }

            public void Down() => {|CONC1009:_n--|};
        }
        """);

    [Fact]
    public Task A_member_that_requires_a_lock_cannot_be_started_without() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _n;

            [RequiresLock(nameof(_gate))]
            private void Up() => _n++;

            public Task RunAsync()
            {
                lock (_gate)
                {
                    return {|CONC1009:Task.Run|}(Up);
                }
            }
        }
        """);

    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    public Task A_number_or_text_is_no_lock(string type) => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly {{type}} _gate = default!;
            [GuardedBy({|CONC1009:nameof(_gate)|})] private int _n;

            public int N => _n;

            public {{type}} Gate => _gate;
        }
        """);

    [Fact]
    public Task Half_typed_contracts_say_nothing_wrong() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            [{|CS7036:GuardedBy|}] private int _n;
            [GuardedBy({|CONC1009:""|})] private int _m;
            [GuardedBy({|CONC1009:"a.b.c"|})] private int _o;
            [GuardedBy({|CS0103:Gone|})] private int _p;

            public int Sum() => _n + _m + _o + _p;
        }
        """);

    [Fact]
    public Task An_attribute_of_a_message_protocol_is_not_ours() => Verify.SilentAsync("""
        namespace Orleans
        {
            [AttributeUsage(AttributeTargets.All)]
            sealed class ImmutableAttribute : Attribute;
        }

        namespace App
        {
            [Orleans.Immutable]
            class Message
            {
                public string Text { get; set; } = "";
            }
        }
        """);

    [Fact]
    public Task One_bug_is_told_once() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _n;

            public async Task RunAsync()
            {
                await Task.WhenAll(Task.Run(() => {|CONC1009:_n++|}), Task.Run(() => {|CONC1009:_n++|}));
            }

            public void Up()
            {
                lock (_gate)
                {
                    _n++;
                }
            }

            public void Down()
            {
                lock (_gate)
                {
                    _n--;
                }
            }
        }
        """);

    [Fact]
    public Task The_named_lock_counts_however_many_use_another() => Verify.AnalyzerAsync($$"""
        {{Using}}class C
        {
            private readonly object _gate = new();
            private readonly object _other = new();
            [GuardedBy(nameof(_gate))] private int _n;

            public void Up()
            {
                lock (_other)
                {
                    {|CONC1009:_n++|};
                }
            }

            public void Down()
            {
                lock (_other)
                {
                    {|CONC1009:_n--|};
                }
            }

            public void Reset()
            {
                lock (_gate)
                {
                    _n = 0;
                }
            }
        }
        """);
}
