using System.Collections.Concurrent;
using ConcurrencyAnalyzers.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>Runs our rules on the mutants of one project: their trees are exchanged, all else is shared. Thread-safe.</summary>
internal sealed class MutantRunner(CSharpCompilation original)
{
    private readonly ConcurrentDictionary<SyntaxTree, (HashSet<(string, int, string?)> Findings, int Errors)> _before = [];

    /// <summary>Tries mutants of different trees at once.</summary>
    public IReadOnlyList<(Mutant Mutant, Verdict Verdict)> Run(IReadOnlyList<Mutant> batch)
    {
        var changed = batch.Select(static mutant => (Mutant: mutant, Tree: mutant.Tree.WithChangedText(mutant.Tree.GetText().WithChanges(mutant.Changes)))).ToArray();
        var compilation = changed.Aggregate(original, static (program, change) => program.ReplaceSyntaxTree(change.Mutant.Tree, change.Tree));
        var broken = changed.Where(change => Errors(compilation, change.Tree) > Before(change.Mutant.Tree).Errors).ToArray();
        compilation = broken.Aggregate(compilation, static (program, change) => program.ReplaceSyntaxTree(change.Tree, change.Mutant.Tree));
        if (ConcurrencyModel.Of(compilation).Findings(compilation, null, CancellationToken.None).Failure is { } failure)
            throw new InvalidOperationException("The engine failed.", failure);
        return [.. changed.Select(change => (change.Mutant, broken.Contains(change) ? new(Compiles: false, []) : Verdict(compilation, change.Mutant, change.Tree)))];
    }

    private Verdict Verdict(CSharpCompilation compilation, Mutant mutant, SyntaxTree changed) =>
        new(Compiles: true, [.. Rules.Find(compilation, changed).Where(finding => !Before(mutant.Tree).Findings.Contains(KeyOf(finding)) && mutant.Members.Any(member => IsIn(finding, mutant.Tree, member)))]);

    private (HashSet<(string, int, string?)> Findings, int Errors) Before(SyntaxTree tree) =>
        _before.GetOrAdd(tree, asIs => (Rules.Find(original, asIs).Select(KeyOf).ToHashSet(), Errors(original, asIs)));

    private static int Errors(CSharpCompilation compilation, SyntaxTree tree) =>
        compilation.GetSemanticModel(tree).GetDiagnostics().Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>No mutation moves a line, so lines tell places apart before and after.</summary>
    private static (string, int, string?) KeyOf(Diagnostic finding) => (finding.Id, LineOf(finding), finding.Properties.GetValueOrDefault("conc.state"));

    private static bool IsIn(Diagnostic finding, SyntaxTree original, TextSpan member)
    {
        var lines = original.GetLineSpan(member);
        return LineOf(finding) >= lines.StartLinePosition.Line && LineOf(finding) <= lines.EndLinePosition.Line;
    }

    private static int LineOf(Diagnostic finding) => finding.Location.GetLineSpan().StartLinePosition.Line;
}
