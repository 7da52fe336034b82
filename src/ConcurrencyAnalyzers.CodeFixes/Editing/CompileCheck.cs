using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>The last word on every edit: code that no longer compiles in one of its targets is not offered.</summary>
internal static class CompileCheck
{
    /// <summary>The document with the edits, or null when they change nothing, clash, or bring a compile error that was not there.</summary>
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
            if (await ErrorsAsync(after, cancellationToken).ConfigureAwait(false) is var errors and not 0
                && errors > await ErrorsAsync(before, cancellationToken).ConfigureAwait(false))
                return null;
        }

        return solution.GetDocument(document.Id);
    }

    private static async Task<int> ErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken).Count(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error) ?? 0;
    }
}
