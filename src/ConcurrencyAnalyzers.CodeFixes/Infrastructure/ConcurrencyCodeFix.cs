using System.Collections.Immutable;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConcurrencyAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// The one base of all fixes. A fix writes a single method, document and diagnostics in, document out; the light bulb
/// calls it with one diagnostic and fix-all with all of a document, so the two cannot differ.
/// </summary>
/// <remarks>
/// Fix-all is document-based, never batched: a batch of text edits drops all but one of several equal insertions at
/// one place (the lock field of two findings), and <c>dotnet format</c> takes the equivalence key of whichever
/// diagnostic comes first, so a key must not depend on the diagnostic. The edits stay inside the diagnosed document.
/// </remarks>
public abstract class ConcurrencyCodeFix : CodeFixProvider
{
    private readonly string _id;
    private readonly FixAllProvider _fixAll;

    private protected ConcurrencyCodeFix(string id)
    {
        _id = id;
        _fixAll = FixAllProvider.Create(async (context, document, diagnostics) =>
            (await ApplyAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false)).Document);
    }

    /// <summary>The equivalence key of the default action: the best remedy for each finding, whatever it is.</summary>
    internal string DefaultKey => _id;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(_id);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Id != _id)
                continue;

            // The edit is computed before it is offered: an action that changes nothing, or that would not compile,
            // is never shown.
            var seen = new List<string>();
            foreach (var key in Keys)
            {
                var (changed, title) = await ApplyAsync(context.Document, ImmutableArray.Create(diagnostic), key, context.CancellationToken).ConfigureAwait(false);
                if (title is null && key == DefaultKey)
                    break; // dotnet format uses the key of the first action that it meets for all findings: no other may stand in for the default
                if (title is null)
                    continue;

                var text = (await changed.GetTextAsync(context.CancellationToken).ConfigureAwait(false)).ToString();
                if (seen.Contains(text))
                    continue;

                seen.Add(text);
                context.RegisterCodeFix(CodeAction.Create(title, (CancellationToken _) => Task.FromResult(changed), key), diagnostic);
            }
        }
    }

    /// <summary>The keys of the actions, the default first: constants of the provider. Those with equal results are offered once.</summary>
    private protected virtual IReadOnlyList<string> Keys => [DefaultKey];

    /// <summary>Fixes the diagnostics in the order of the text, each on what the ones before it left.</summary>
    private async Task<(Document Document, string? Title)> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var findings = diagnostics
            .Where(diagnostic => diagnostic.Id == _id && diagnostic.Location.IsInSource)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Length)
            .Select(Finding.Of)
            .ToList();
        var run = new FixRun((source, finding) => Scripts(source, finding, key, cancellationToken), Tidy);
        return await run.ApplyAsync(document, Distinct(findings), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Edits that make the result of a fix read as if written by hand; optional.</summary>
    private protected virtual EditScript? Tidy(SourceView edited, EditScript fix) => null;

    /// <summary>Two findings with one result (both sides of a pair, all accesses of one state) are fixed once.</summary>
    private protected virtual IEnumerable<Finding> Distinct(IEnumerable<Finding> findings) => findings;

    /// <summary>The edits that fix the finding, best first; the first that compiles is taken. Empty: nothing to offer.</summary>
    private protected abstract IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken);
}
