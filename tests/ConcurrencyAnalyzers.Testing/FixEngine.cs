using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Testing;

/// <summary>A code action together with what offered it and for which diagnostic.</summary>
public sealed record OfferedFix(CodeFixProvider Provider, Document Document, Diagnostic Diagnostic, CodeAction Action);

/// <summary>Asks fixes for their actions and carries the actions out, the way the IDE does.</summary>
public static class FixEngine
{
    /// <summary>Every action that the providers offer for a diagnostic, nested ones unfolded, in order of registration.</summary>
    public static async Task<ImmutableArray<OfferedFix>> OfferedAsync(
        Solution solution, ProjectId projectId, Diagnostic diagnostic, IEnumerable<CodeFixProvider> providers, CancellationToken cancellation)
    {
        var offered = ImmutableArray.CreateBuilder<OfferedFix>();
        if (DocumentOf(solution, projectId, diagnostic) is not { } document)
            return [];
        foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var actions = new List<CodeAction>();
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation);
            await GuardAsync(provider, () => provider.RegisterCodeFixesAsync(context));
            offered.AddRange(actions.SelectMany(Unfold).Select(action => new OfferedFix(provider, document, diagnostic, action)));
        }

        return offered.ToImmutable();
    }

    /// <summary>The fix-all action of a provider, or null when it offers none.</summary>
    public static async Task<CodeAction?> FixAllAsync(
        CodeFixProvider provider, Document document, FixAllScope scope, string? key, IEnumerable<string> ids,
        IReadOnlyDictionary<ProjectId, ImmutableArray<Diagnostic>> diagnostics, CancellationToken cancellation)
    {
        var context = new FixAllContext(document, provider, scope, key!, ids, new KnownDiagnostics(diagnostics), cancellation);
        CodeAction? action = null;
        await GuardAsync(provider, async () => action = await provider.GetFixAllProvider()!.GetFixAsync(context));
        return action;
    }

    /// <summary>Carries an action out on a solution.</summary>
    /// <returns>The changed solution, its changed documents parsed anew from their text; equal texts give the same solution object.</returns>
    public static async Task<Solution> ApplyAsync(Solution solution, CodeAction action, object origin, CancellationToken cancellation)
    {
        ImmutableArray<CodeActionOperation> operations = [];
        await GuardAsync(origin, async () => operations = await action.GetOperationsAsync(cancellation));
        if (operations.OfType<ApplyChangesOperation>().ToArray() is not [var apply])
            throw new VerificationException($"'{action.Title}' must carry exactly one change of the solution (dotnet format refuses others).");
        return await AdoptAsync(solution, apply.ChangedSolution, cancellation);
    }

    /// <summary>
    /// Takes over the texts that a fix changed. A file that several projects link is one file on disk: the change of one
    /// document becomes the change of all, and two different changes are an error, as they are in a working copy.
    /// </summary>
    public static async Task<Solution> AdoptAsync(Solution before, Solution after, CancellationToken cancellation)
    {
        var changes = after.GetChanges(before);
        foreach (var project in changes.GetProjectChanges())
        {
            if (project.GetAddedDocuments().Any() || project.GetRemovedDocuments().Any())
                throw new VerificationException("The fix adds or removes documents; dotnet format loses those or rewrites the project file.");
        }

        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        var changed = changes.GetProjectChanges().SelectMany(project => project.GetChangedDocuments()).ToArray();
        foreach (var id in changed)
        {
            var (old, document) = (before.GetDocument(id)!, after.GetDocument(id)!);
            var (oldText, text) = (await old.GetTextAsync(cancellation), await document.GetTextAsync(cancellation));
            if (oldText.ContentEquals(text))
                continue;
            if (text.Encoding?.WebName != oldText.Encoding?.WebName)
                throw new VerificationException($"The fix changes the encoding of {document.FilePath}.");
            if (texts.TryGetValue(document.FilePath!, out var other) && !other.ContentEquals(text))
            {
                throw new VerificationException($"The fix gives {document.FilePath} different texts for different targets; dotnet format would write conflict markers.\n"
                    + TextDifference.Describe(other.ToString(), text.ToString()));
            }

            texts[document.FilePath!] = text;
        }

        foreach (var (path, text) in texts)
        {
            foreach (var id in before.GetDocumentIdsWithFilePath(path))
                before = before.WithDocumentText(id, SourceText.From(text.ToString(), text.Encoding), PreservationMode.PreserveIdentity);
        }

        return before;
    }

    /// <summary>Runs a fix's code; what it throws is told together with who threw it.</summary>
    public static async Task GuardAsync(object origin, Func<Task> body)
    {
        try
        {
            await body();
        }
        catch (Exception exception) when (exception is not (VerificationException or OperationCanceledException))
        {
            throw new VerificationException($"{origin.GetType().Name} threw: {exception}");
        }
    }

    public static Document? DocumentOf(Solution solution, ProjectId projectId, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && solution.GetProject(projectId)?.GetDocument(tree) is { } document ? document : null;

    private static IEnumerable<CodeAction> Unfold(CodeAction action) =>
        action.NestedActions is { IsEmpty: false } nested ? nested.SelectMany(Unfold) : [action];

    /// <summary>Diagnostics computed once, handed out the way <c>dotnet format</c> does: documents are told apart by path.</summary>
    private sealed class KnownDiagnostics(IReadOnlyDictionary<ProjectId, ImmutableArray<Diagnostic>> known) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(known.TryGetValue(project.Id, out var diagnostics) ? diagnostics : Enumerable.Empty<Diagnostic>());

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree is null);
    }
}
