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

    /// <summary>
    /// Fixes the diagnostics one by one. Each step is handed the text that the last one left, with its spans moved
    /// along, and what a step returns counts only if it compiles wherever the document is compiled.
    /// </summary>
    private async Task<(Document Document, string? Title)> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellationToken)
    {
        var targets = await LinkedTargets.OfAsync(document, cancellationToken).ConfigureAwait(false);
        var findings = diagnostics
            .Where(diagnostic => diagnostic.Id == _id && diagnostic.Location.IsInSource)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Length)
            .Select(Finding.Of)
            .ToList();
        findings = [.. Distinct(findings)];

        var current = document;
        string? title = null;
        for (var index = 0; index < findings.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = await SourceView.OfAsync(current, targets, cancellationToken).ConfigureAwait(false);
            if (source is null)
                break;

            foreach (var script in Scripts(source, findings[index], key, cancellationToken))
            {
                var next = await CompileCheck.ApplyAsync(current, script, cancellationToken).ConfigureAwait(false);
                if (next is null)
                    continue;

                current = next;
                title ??= script.Title;
                for (var later = findings.Count - 1; later > index; later--)
                {
                    if (findings[later].IsSettledBy(script))
                        findings.RemoveAt(later);
                }

                Move(script);
                if (await SourceView.OfAsync(current, targets, cancellationToken).ConfigureAwait(false) is { } edited
                    && Tidy(edited, script) is { } tidy
                    && await CompileCheck.ApplyAsync(current, tidy, cancellationToken).ConfigureAwait(false) is { } tidied)
                {
                    current = tidied;
                    Move(tidy);
                }

                break;
            }
        }

        return title is null ? (document, null) : (document.WithText(await current.GetTextAsync(cancellationToken).ConfigureAwait(false)), title);

        void Move(EditScript script)
        {
            for (var index = 0; index < findings.Count; index++)
                findings[index] = findings[index].Through(script);
        }
    }

    /// <summary>Edits that make the result of a fix read as if written by hand; optional.</summary>
    private protected virtual EditScript? Tidy(SourceView edited, EditScript fix) => null;

    /// <summary>Two findings with one result (both sides of a pair, all accesses of one state) are fixed once.</summary>
    private protected virtual IEnumerable<Finding> Distinct(IEnumerable<Finding> findings) => findings;

    /// <summary>The edits that fix the finding, best first; the first that compiles is taken. Empty: nothing to offer.</summary>
    private protected abstract IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken);
}
