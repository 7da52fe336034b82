using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Fixes findings in the order of the text. Those whose edits cannot see each other are applied and checked together; where the
/// check fails, fewer are, down to one. The result is that of fixing one by one, each on the text that the last one left.
/// </summary>
internal sealed class FixRun(Func<SourceView, Finding, IEnumerable<EditScript>> scripts, Func<SourceView, EditScript, EditScript?> tidy)
{
    /// <summary>The document with all that could be done, and what the first fix says of itself; null where nothing could.</summary>
    public async Task<(Document Document, string? Title)> ApplyAsync(Document document, IEnumerable<Finding> findings, CancellationToken cancellationToken)
    {
        var targets = await LinkedTargets.OfAsync(document, cancellationToken).ConfigureAwait(false);
        var open = findings.ToList();
        var (current, title, most) = (document, (string?)null, open.Count);
        SourceView? source = null;
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            source ??= await SourceView.OfAsync(current, targets, cancellationToken).ConfigureAwait(false);
            if (source is null)
                break;

            var batch = FixBatch.Of(source, open, most, scripts);
            open.RemoveAll(batch.Void.Contains);
            if (batch.Scripts.Count == 0)
                continue;
            if (await StepAsync(current, batch.Joined(), targets, cancellationToken).ConfigureAwait(false) is not { } step)
            {
                if (batch.Scripts.Count > 1)
                {
                    most = batch.Scripts.Count / 2;
                    continue;
                }

                step = await SecondChoiceAsync(current, source, batch, targets, cancellationToken).ConfigureAwait(false);
            }

            open.RemoveAll(batch.Taken.Contains);
            most = Math.Max(2, 2 * most);
            if (step is null)
                continue;
            title ??= step.Fix.Title;
            (current, source) = (step.Document, step.Source);
            open = [.. open.Where(finding => !finding.IsSettledBy(step.Fix)).Select(step.Move)];
        }

        return title is null ? (document, null) : (document.WithText(await current.GetTextAsync(cancellationToken).ConfigureAwait(false)), title);
    }

    /// <summary>One set of edits, and those that tidy up behind it.</summary>
    private sealed record Step(Document Document, SourceView? Source, EditScript Fix, EditScript? Tidy)
    {
        public Finding Move(Finding finding) => Tidy is null ? finding.Through(Fix) : finding.Through(Fix).Through(Tidy);
    }

    /// <summary>Null where the edits do not compile; what would tidy up and does not compile is left out for one fix, and counts as a failure of several.</summary>
    private async Task<Step?> StepAsync(Document document, FixBatch.Edits edits, LinkedTargets targets, CancellationToken cancellationToken)
    {
        if (await CompileCheck.ApplyAsync(document, edits.Script, cancellationToken).ConfigureAwait(false) is not { } next)
            return null;
        var edited = await SourceView.OfAsync(next, targets, cancellationToken).ConfigureAwait(false);
        if (edited is null || tidy(edited, edits.Script) is not { } tidying)
            return new(next, edited, edits.Script, null);
        if (await CompileCheck.ApplyAsync(next, tidying, cancellationToken).ConfigureAwait(false) is { } tidied)
            return new(tidied, null, edits.Script, tidying);
        return edits.Count > 1 ? null : new(next, edited, edits.Script, null);
    }

    /// <summary>The best edits for the one finding do not compile; those that come after them may.</summary>
    private async Task<Step?> SecondChoiceAsync(Document document, SourceView source, FixBatch batch, LinkedTargets targets, CancellationToken cancellationToken)
    {
        foreach (var script in scripts(source, batch.Taken[0]).Where(FixBatch.IsEdit).Skip(1))
        {
            if (await StepAsync(document, new(script, 1), targets, cancellationToken).ConfigureAwait(false) is { } step)
                return step;
        }

        return null;
    }
}
