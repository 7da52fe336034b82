using VerifyCS = ConcurrencyAnalyzers.Testing.CSharpAnalyzerVerifier<ConcurrencyAnalyzers.Rules.Locks.LockObject>;

namespace ConcurrencyAnalyzers.Tests.Rules.Locks;

/// <summary>Every object that cannot serve as a lock, each beside the nearest one that can.</summary>
public class LockObjectTests
{
    private static Task Check(string body, string members = "") => VerifyCS.VerifyAnalyzerAsync($$"""
        public class Shop
        {
            private readonly object _gate = new();
            private readonly string _name = "shop";
            private int _sold;
            {{members}}

            public void Sell(int room, string key)
            {
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("this")]
    [InlineData("typeof(Shop)")]
    [InlineData("GetType()")]
    [InlineData("\"shop\"")]
    [InlineData("_name")]
    [InlineData("key")]
    [InlineData("(object)room")]
    [InlineData("new object()")]
    [InlineData("new int[1]")]
    [InlineData("Public")]
    public async Task These_cannot_serve(string expression)
    {
        await Check("lock ({|CONC2001:" + expression + "|}) { _sold++; }", "public readonly object Public = new();");
        await Check("Monitor.Enter({|CONC2001:" + expression + "|}); _sold++;", "public readonly object Public = new();");
    }

    [Theory]
    [InlineData("_gate")]
    [InlineData("Inner")]
    [InlineData("s_gate")]
    [InlineData("_list")]
    [InlineData("Given()")]
    public Task These_can(string expression) => Check(
        "lock (" + expression + ") { _sold++; }",
        "protected readonly object Inner = new(); private static readonly object s_gate = new(); private readonly List<int> _list = []; private object Given() => _gate;");

    [Fact]
    public Task A_local_that_only_this_call_knows() => Check("var gate = new object(); lock ({|CONC2001:gate|}) { _sold++; }");

    [Fact]
    public Task A_local_that_lambdas_capture_is_fine() => Check("var gate = new object(); Parallel.For(0, room, _ => { lock (gate) { _sold++; } });");

    [Fact]
    public Task A_local_that_holds_a_box() => Check("object number = room; lock ({|CONC2001:number|}) { _sold++; }");

    [Fact]
    public Task A_local_that_may_hold_something_else_is_not_judged() => Check("object number = room; number = _gate; lock (number) { _sold++; }");

    [Fact]
    public Task A_public_field_of_an_internal_type_is_seen_by_friends_only() => VerifyCS.VerifyAnalyzerAsync("""
        class Shop
        {
            public readonly object Gate = new();
            private int _sold;
            public void Sell() { lock (Gate) { _sold++; } }
        }
        """);

    [Theory]
    [InlineData("this", "This lock is taken on 'this', so any code that holds a reference to the object can take it too and block or deadlock this code")]
    [InlineData("typeof(Shop)", "This lock is taken on a Type object, so any code in the process can take it too and block or deadlock this code")]
    [InlineData("_name", "This lock is taken on a string, so unrelated code that locks an equal string shares it, because equal literals are one object")]
    [InlineData("new object()", "This lock is taken on a new object, so no other thread ever waits for it and the block is not protected")]
    [InlineData("(object)1", "This lock is taken on a boxed value, so no other thread ever waits for it and the block is not protected")]
    public Task The_message_says_what_the_object_is_and_what_follows(string expression, string message) => VerifyCS.VerifyAnalyzerAsync(
        "class Shop { private readonly string _name = \"\"; private int _sold; void Sell() { lock ({|#0:" + expression + "|}) { _sold++; } } }",
        VerifyCS.Diagnostic().WithLocation(0).WithMessage(message));

    [Fact]
    public async Task Generated_code_is_not_reported()
    {
        var test = new CSharpAnalyzerTest<ConcurrencyAnalyzers.Rules.Locks.LockObject>();
        test.TestState.Sources.Add(("/0/Shop.g.cs", "class Shop { int _sold; void Sell() { lock (this) { _sold++; } } }"));
        await test.RunAsync();
    }
}
