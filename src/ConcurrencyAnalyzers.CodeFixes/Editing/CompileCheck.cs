using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>The last word on every edit: code that no longer compiles, or warns where it did not, in one of its targets is not offered.</summary>
internal static class CompileCheck
{
    /// <summary>The document with the edits, or null when they change nothing, clash, or bring a compiler error or warning.</summary>
    public static async Task<Document?> ApplyAsync(Document document, EditScript script, CancellationToken cancellationToken)
    {
        if (script.IsEmpty || script.Apply() is not { } text || text.ContentEquals(script.Source.Text))
            return null;

        var ids = document.GetLinkedDocumentIds().Add(document.Id);
        var solution = document.Project.Solution;
        foreach (var id in ids)
            solution = solution.WithDocumentText(id, text);

        foreach (var id in ids)
        {
            if (document.Project.Solution.GetDocument(id) is not { } before || solution.GetDocument(id) is not { } after)
                continue;

            var (errors, warnings) = await CountAsync(after, script, script.Inserted(), cancellationToken).ConfigureAwait(false);
            if (errors + warnings == 0)
                continue;
            var (oldErrors, oldWarnings) = await CountAsync(before, script, script.Touched, cancellationToken).ConfigureAwait(false);
            if (errors > oldErrors || warnings > oldWarnings)
                return null;
        }

        return solution.GetDocument(document.Id);
    }

    private static async Task<(int Errors, int Warnings)> CountAsync(Document document, EditScript script, IEnumerable<TextSpan> places, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return (0, 0);

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        int errors = 0, warnings = 0;
        foreach (var span in Members(root, script, places))
        {
            foreach (var diagnostic in model.GetDiagnostics(span, cancellationToken))
            {
                if (diagnostic.Severity == DiagnosticSeverity.Error)
                    errors++;
                else if (diagnostic is { Severity: DiagnosticSeverity.Warning, IsSuppressed: false })
                    warnings++;
            }
        }

        return (errors, warnings);
    }

    /// <summary>To bind the members that were edited is enough, unless what changed is how others see them.</summary>
    private static IEnumerable<TextSpan?> Members(SyntaxNode root, EditScript script, IEnumerable<TextSpan> places)
    {
        var members = places.Select(place => MemberAt(root, place.Start)).Concat(places.Select(place => MemberAt(root, place.End))).Distinct().ToList();
        return script.ChangesSignatures || members.Contains(null) ? [null] : members.Select(member => (TextSpan?)member!.FullSpan);
    }

    /// <summary>The member, types apart, whose text the position is in.</summary>
    public static SyntaxNode? MemberAt(SyntaxNode root, int position) =>
        root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1))).Parent?.AncestorsAndSelf()
            .FirstOrDefault(node => node is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax and not GlobalStatementSyntax);
}
