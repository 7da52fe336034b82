using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>Runs our rules on the mutants of one tree: the tree is exchanged, all else is shared.</summary>
internal sealed class MutantRunner
{
    private readonly CSharpCompilation _original;
    private readonly SyntaxTree _tree;
    private readonly Lazy<(HashSet<(string, int, string?)> Findings, int Errors)> _before;

    public MutantRunner(CSharpCompilation original, SyntaxTree tree)
    {
        _original = original;
        _tree = tree;
        _before = new(() => (Rules.Find(original, tree).Select(KeyOf).ToHashSet(), Errors(original, tree)));
    }

    public Verdict Run(Mutant mutant)
    {
        var changed = _tree.WithChangedText(_tree.GetText().WithChanges(mutant.Changes));
        var compilation = _original.ReplaceSyntaxTree(_tree, changed);
        if (Errors(compilation, changed) > _before.Value.Errors)
            return new(Compiles: false, []);
        var findings = Rules.Find(compilation, changed);
        if (ConcurrencyModel.Of(compilation).Findings(compilation, null, CancellationToken.None).Failure is { } failure)
            throw new InvalidOperationException("The engine failed.", failure);
        return new(Compiles: true, [.. findings.Where(finding => !_before.Value.Findings.Contains(KeyOf(finding)) && mutant.Members.Any(member => IsIn(finding, member)))]);
    }

    private static int Errors(CSharpCompilation compilation, SyntaxTree tree) =>
        compilation.GetSemanticModel(tree).GetDiagnostics().Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>No mutation moves a line, so lines tell places apart before and after.</summary>
    private static (string, int, string?) KeyOf(Diagnostic finding) => (finding.Id, LineOf(finding), finding.Properties.GetValueOrDefault("conc.state"));

    private bool IsIn(Diagnostic finding, TextSpan member)
    {
        var lines = _tree.GetLineSpan(member);
        return LineOf(finding) >= lines.StartLinePosition.Line && LineOf(finding) <= lines.EndLinePosition.Line;
    }

    private static int LineOf(Diagnostic finding) => finding.Location.GetLineSpan().StartLinePosition.Line;
}
