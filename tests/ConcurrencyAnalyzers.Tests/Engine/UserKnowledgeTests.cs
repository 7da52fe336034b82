using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Tests.Engine;

/// <summary>A user's own facts: which files, what they change, what is said of lines that change nothing.</summary>
public class UserKnowledgeTests
{
    private const string Source = """
        using Vendor;

        class C
        {
            private readonly Bag _bag = new();

            public void Run()
            {
                Pool.Go(() => _bag.Put(1));
                Pool.Go(() => _bag.Put(2));
            }
        }
        """;

    private const string Marked = """
        using Vendor;

        class C
        {
            private readonly Bag _bag = new();

            public void Run()
            {
                Pool.Go(() => {|CONC1001:_bag.Put|}(1));
                Pool.Go(() => {|CONC1001:_bag.Put|}(2));
            }
        }
        """;

    private const string Facts = "role spawn-task Vendor.Pool.Go\nunsafe Vendor.Bag write Put\n";

    [Theory]
    [InlineData("ConcurrencyKnowledge.txt", true)]
    [InlineData("concurrencyknowledge.TXT", true)]
    [InlineData("vendor.concurrency.txt", true)]
    [InlineData("Concurrency.txt", false)]
    [InlineData("notes.txt", false)]
    public Task Only_files_of_the_name_count(string name, bool counts) => VerifyAsync(counts ? Marked : Source, (name, Facts));

    [Fact]
    public Task A_referenced_type_is_unknown_without() => VerifyAsync(Source);

    [Fact]
    public Task Several_files_are_one_table() => VerifyAsync(Marked, ("a.concurrency.txt", "role spawn-task Vendor.Pool.Go"), ("b.concurrency.txt", "unsafe Vendor.Bag write Put"));

    [Fact]
    public Task A_later_line_replaces_an_earlier_one() => VerifyAsync(Source, ("ConcurrencyKnowledge.txt", Facts + "safe Vendor.Bag"));

    [Fact]
    public Task A_role_can_be_taken_away() => VerifyAsync("""
        class C
        {
            private int _n;

            public void Run()
            {
                _ = Task.Run(() => _n++);
                _ = Task.Run(() => _n++);
            }
        }
        """, ("ConcurrencyKnowledge.txt", "role none System.Threading.Tasks.Task.Run"));

    [Fact]
    public Task Bad_lines_are_told_and_the_others_hold()
    {
        var test = Create(Marked, ("ConcurrencyKnowledge.txt", "role spawn-task Vendor.Pool.Go\n\n  role spwn Vendor.Pool.Stop # what is this?\nunsafe Vendor.Bag write Put"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("CONC0002", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithSpan("/0/ConcurrencyKnowledge.txt", 3, 3, 3, 29).WithMessage("This line is left out: there is no role 'spwn'"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("role spawn-task", "missing")]
    [InlineData("role 3 A.B.C", "no role '3'")]
    [InlineData("unsafe A.B", "after the type comes one of")]
    [InlineData("unsafe A.B Put", "after the type comes one of")]
    [InlineData("safe", "the type is missing")]
    [InlineData("call many A.B.C", "'call' lacks something")]
    [InlineData("root requests", "'root' lacks something")]
    [InlineData("meets requests", "'meets' lacks something")]
    [InlineData("takes-turns", "'takes-turns' lacks something")]
    [InlineData("gate", "'gate' lacks something")]
    [InlineData("turns 5 A.B.C", "'turns' lacks something")]
    [InlineData("frobnicate A.B", "no fact begins with 'frobnicate'")]
    [InlineData("role signal A.B.C(System.Int32)", "is not a name as in documentation ids")]
    [InlineData("safe T:A.B", "is not a name as in documentation ids")]
    public void A_bad_line_is_explained(string line, string part) =>
        Assert.Contains(part, Assert.Single(UserKnowledge.ProblemsOf(line)).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# a comment")]
    [InlineData("call 30 A.B.C # about")]
    [InlineData("turns 5 0 A.B.C")]
    [InlineData("takes-turns A.B")]
    [InlineData("wait-namespace 1 A.B")]
    [InlineData("role lock-enter-shared A.B.C.Enter A.B.C.#ctor")]
    [InlineData("unsafe A.B all neutral get_X")]
    [InlineData("flow requests what, ever {0}")]
    public void A_good_line_is_taken(string line) => Assert.Empty(UserKnowledge.ProblemsOf(line));

    [Fact]
    public void The_built_in_tables_are_lines_of_the_same_form() =>
        Assert.Equal(AccessKind.Content | AccessKind.Update, KnowledgeBase.Bcl.ContentAccessOf("System.Data.Common.DbCommand", "ExecuteReader"));

    [Theory]
    [InlineData("System.Collections.Generic.Dictionary`2", "get_Keys", AccessKind.Content | AccessKind.Read | AccessKind.Enumerate)]
    [InlineData("System.Collections.Generic.PriorityQueue`2", "Dequeue", AccessKind.Content | AccessKind.Update)]
    [InlineData("System.Collections.Generic.PriorityQueue`2", "Peek", AccessKind.Content | AccessKind.Read)]
    [InlineData("System.Xml.XmlNode", "AppendChild", AccessKind.Content | AccessKind.Update)]
    [InlineData("System.Xml.XmlNode", "SelectNodes", AccessKind.Content | AccessKind.Read)]
    [InlineData("System.Security.Cryptography.HashAlgorithm", "ComputeHash", AccessKind.Content | AccessKind.Update)]
    [InlineData("System.Security.Cryptography.HashAlgorithm", "get_HashSize", AccessKind.Content | AccessKind.Read | AccessKind.Neutral)]
    [InlineData("Microsoft.EntityFrameworkCore.DbContext", "Find", AccessKind.Content | AccessKind.Update)]
    [InlineData("System.Net.WebSockets.WebSocket", "SendAsync", AccessKind.Content | AccessKind.Update | AccessKind.Send)]
    public void Known_types_tolerate_what_their_pages_say(string type, string member, object kind) =>
        Assert.Equal((AccessKind)kind, KnowledgeBase.Bcl.ContentAccessOf(type, member));

    [Fact]
    public void Costs_of_the_user_are_laid_over_the_others()
    {
        var knowledge = KnowledgeBase.BclWith(["call 5000 A.B.Solve\nturns 20 1 A.B.Iterate"], "stamp");
        Assert.Equal(5000, knowledge.Costs.Of("A.B.Solve", "A.B", "A.B").Units);
        Assert.Equal((CostShape.Turns, 1), (knowledge.Costs.Of("A.B.Iterate", "A.B", "A.B").Shape, knowledge.Costs.Of("A.B.Iterate", "A.B", "A.B").Ordinal));
        Assert.Equal(0, KnowledgeBase.Bcl.Costs.Of("A.B.Solve", "A.B", "A.B").Units);
    }

    private static Task VerifyAsync(string source, params (string, string)[] files) => Create(source, files).RunAsync();

    private static RuleTest Create(string source, params (string, string)[] files)
    {
        var test = new RuleTest { TestCode = source };
        test.TestState.AdditionalProjects["Vendor"].Sources.Add("""
            namespace Vendor
            {
                public sealed class Bag
                {
                    public void Put(int value) => throw new NotImplementedException();
                }

                public static class Pool
                {
                    public static void Go(Action work) => throw new NotImplementedException();
                }
            }
            """);
        test.TestState.AdditionalProjectReferences.Add("Vendor");
        test.TestState.AdditionalFiles.AddRange(files);
        return test;
    }
}
