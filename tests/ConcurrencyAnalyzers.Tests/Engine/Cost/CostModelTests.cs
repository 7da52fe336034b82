using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Cost;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Tests.Engine.Cost;

/// <summary>The leading terms of estimates, coefficients aside where they only echo the weights.</summary>
public class CostModelTests
{
    [Theory]
    [InlineData("int M(int n) { int s = 0; for (int i = 0; i < n; i++) s += i; return s; }", "n")]
    [InlineData("int M(int n) { int s = 0; for (int i = n; i > 0; i--) s += i; return s; }", "n")]
    [InlineData("int M(int n) { int s = 0, i = 0; while (i < n) { s += i; i++; } return s; }", "n")]
    [InlineData("int M(int n) { int s = 0; for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) s += j; return s; }", "n²")]
    [InlineData("int M(int n) { int s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) s += j; return s; }", "n²")]
    [InlineData("int M(int[] a, int[] b) { int s = 0; foreach (var x in a) foreach (var y in b) s += x * y; return s; }", "a · b")]
    [InlineData("bool M(int n) { for (int d = 2; d * d <= n; d++) if (n % d == 0) return false; return true; }", "√n")]
    [InlineData("bool M(int n) { for (int d = 2; d <= Math.Sqrt(n); d++) if (n % d == 0) return false; return true; }", "√n")]
    [InlineData("int M(int n) { int s = 0; for (int i = 1; i < n; i *= 2) s += i; return s; }", "log n")]
    [InlineData("int M(int n) { int s = 0; while (n > 0) { s += n & 1; n >>= 1; } return s; }", "log n")]
    [InlineData("void M(bool[] c) { for (int i = 2; i < c.Length; i++) for (int j = i * i; j < c.Length; j += i) c[j] = true; }", "c · log c")]
    [InlineData("int M(int n) => n < 2 ? n : M(n - 1) + M(n - 2);", "2^n")]
    [InlineData("int M(int n) => n == 0 ? 1 : n * M(n - 1);", "n")]
    [InlineData("int M(List<int> xs) => xs.Where(x => x > 1).Select(x => x * 2).Sum();", "xs")]
    [InlineData("int M(List<int> xs) => xs.Sum(x => xs.Count(y => y < x));", "xs²")]
    [InlineData("int M(int n) { int s = 0; for (int i = 0; i < n; i++) s += P(n); return s; } int P(int k) { int s = 0; for (int i = 0; i < k; i++) s += i; return s; }", "n²")]
    [InlineData("int M(int rows, int n) { int chunk = n / rows, s = 0; for (int t = 0; t < rows; t++) { int from = t * chunk, to = (t + 1) * chunk; for (int i = from; i < to; i++) s += i; } return s; }", "n · rows")]
    [InlineData("int M(int n) { int s = 0; for (int i = 0; i < n; i++) { long x = i; while (x != 1) { x = x % 2 == 0 ? x / 2 : 3 * x + 1; s++; } } return s; }", "n · turns")]
    public void A_body_costs_in_the_names_of_its_parameters(string members, string factors) => Assert.Equal(factors, FactorsOf(Of(members).Compute));

    [Theory]
    [InlineData("int M() { int s = 0; for (int i = 0; i < 1_000_000; i++) s += i; return s; }", 5e6, 8e6)]
    [InlineData("int M() { int n = 1000, s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) s += i * j; return s; }", 7e6, 1.2e7)]
    [InlineData("int M() => P(1000); int P(int k) { int s = 0; for (int i = 0; i < k; i++) for (int j = 0; j < k; j++) s += i; return s; }", 5e6, 1e7)]
    [InlineData("static readonly int[] A = { 1, 2, 3 }; int M() { int s = 0; foreach (var a in A) foreach (var b in A) s += a * b; return s; }", 30, 150)]
    [InlineData("int M() => Enumerable.Range(0, 1000).Sum();", 9e3, 2e4)]
    [InlineData("int M() => F(30); int F(int n) => n < 2 ? n : F(n - 1) + F(n - 2);", 5e6, 5e7)]
    public void Known_bounds_give_a_known_total(string members, double least, double most)
    {
        var total = Of(members).Compute.Constant;
        Assert.NotNull(total);
        Assert.InRange(total.Value, least, most);
    }

    [Fact]
    public void Waiting_is_kept_apart_from_computing()
    {
        var cost = Of("void M(string[] paths) { foreach (var path in paths) File.ReadAllText(path); }");
        Assert.Equal("paths", FactorsOf(cost.Waiting));
        Assert.True(cost.Density < 0.1);
    }

    [Fact]
    public void A_loop_that_waits_in_every_turn_counts_one_turn() =>
        Assert.NotNull(Of("int _n; void M() { while (true) { Thread.Sleep(10); _n++; } }").Compute.Constant);

    [Fact]
    public void Unknown_calls_are_neither() =>
        Assert.Equal("n", FactorsOf(Of("interface I { void Go(); } void M(I it, int n) { for (int i = 0; i < n; i++) it.Go(); }").Opaque));

    [Fact]
    public void Code_that_only_throws_costs_nothing() =>
        Assert.NotNull(Of("void M(int n) { if (n < 0) throw new Exception(string.Concat(Enumerable.Range(0, n).Select(i => i * 2))); }").Compute.Constant);

    [Fact]
    public void Variables_made_of_each_other_do_not_explode()
    {
        var binds = string.Concat(Enumerable.Range(0, 40).Select(i => $"a{i % 8} = a{(i * 3 + 1) % 8} + a{(i * 5 + 2) % 8}; "));
        Assert.False(Of($"int M(int n) {{ int {string.Join(", ", Enumerable.Range(0, 8).Select(i => $"a{i} = n"))}; {binds} int s = 0; for (int i = 0; i < a0; i++) s++; return s; }}").Compute.IsZero);
    }

    private static string FactorsOf(Polynomial polynomial) => (polynomial.Terms[0] with { Coefficient = 1 }).ToString();

    private static BodyCost Of(string members)
    {
        var text = "using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; class C { " + members + " }";
        var compilation = CSharpCompilation.Create(
            "Cost", [CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), "/Cost.cs")], ReferenceAssemblies.Default.References, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var method = compilation.GetTypeByMetadataName("C")!.GetMembers("M").Single();
        var program = new ProgramIndex(compilation, KnowledgeBase.Bcl, CancellationToken.None);
        var body = program.Body(method.GetDocumentationCommentId()!);
        Assert.NotNull(body);
        return new CostModel(new(program, new(program))).OfBody(body);
    }
}
