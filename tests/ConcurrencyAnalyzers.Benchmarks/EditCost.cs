using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>How long an editor waits for our answer on the open document after an edit inside one body.</summary>
internal static class EditCost
{
    private const int Warmup = 10;

    public static void Print(Project project, int edits, TextWriter output)
    {
        var compilation = (Compilation)project.Load();
        var lines = Project.Lines(compilation);
        var (_, cold) = Session.One(compilation, compilation.SyntaxTrees.First());
        var bodies = compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<BlockSyntax>()
            .Where(static block => block.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)
            .Select(block => (tree.FilePath, block.Span.Start))).ToArray();

        // The same edits every time: they need not be random, only spread over all files.
        var random = new Random(1);
        var times = new List<double>();
        for (var edit = 0; edit < Warmup + edits; edit++)
        {
            var (path, position) = bodies[random.Next(bodies.Length)];
            var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == path);
            var block = tree.GetRoot().FindToken(Math.Min(position, tree.Length - 1)).Parent?.FirstAncestorOrSelf<BlockSyntax>();
            if (block is null)
                continue;
            var text = tree.GetText().WithChanges(new Microsoft.CodeAnalysis.Text.TextChange(new(block.OpenBraceToken.Span.End, 0), " ;"));
            var changed = tree.WithChangedText(text);
            compilation = compilation.ReplaceSyntaxTree(tree, changed);
            var (_, time) = Session.One(compilation, changed);
            if (edit >= Warmup)
                times.Add(time.TotalMilliseconds);
        }

        var table = new Table($"edit of one body: {project.Name}, {lines} lines", "", "ms");
        table.Add("first answer, cold", cold.TotalMilliseconds.ToString("0"));
        table.Add("median", Numbers.Median(times).ToString("0.0"));
        table.Add("p99", Numbers.Percentile(times, 0.99).ToString("0.0"));
        table.Write(output);
    }
}
