using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>What the fixes for shared state have in common: one finding stands for all unguarded accesses of its state.</summary>
public abstract class SharedStateFix : ConcurrencyCodeFix
{
    /// <summary>Writes the guards of the whole type down; what breaks them is a finding of CONC1009 then.</summary>
    private const string ContractKey = "contract";

    private readonly IReadOnlyDictionary<string, Remedy> _alternatives;

    /// <param name="id">The rule.</param>
    /// <param name="keys">The constant keys of the actions that ask for one remedy, each ending in its name.</param>
    private protected SharedStateFix(string id, params string[] keys)
        : base(id)
    {
        _alternatives = keys.ToDictionary(key => key, key => Remedies.Named(key.Substring(key.LastIndexOf('.') + 1)));
        Keys = [id, .. keys, ContractKey];
    }

    private protected sealed override IReadOnlyList<string> Keys { get; }

    /// <summary>
    /// One finding for each set of accesses, and one guard for each state: where two sides hold different locks, each lacks the
    /// other's, and to give both what they lack would only change them round.
    /// </summary>
    private protected sealed override IEnumerable<Finding> Distinct(IEnumerable<Finding> findings) => findings
        .GroupBy(finding => string.Join(";", finding.Accesses.Select(FixFacts.Span))).Select(group => group.First())
        .GroupBy(finding => (finding[FixFacts.State], finding.Declaration, finding.Declaration is null ? finding.Span : default))
        .SelectMany(state => state.Where(finding => finding[FixFacts.Guard] == state.First()[FixFacts.Guard]));

    private protected sealed override EditScript? Tidy(SourceView edited, EditScript fix) => LockMerge.Plan(edited, fix.Inserted());

    /// <summary>
    /// The remedies to try, in order. The key asks for one of the alternatives; any other key, and none, means the best
    /// for each state, so that fix-all does not depend on which finding it was started from.
    /// </summary>
    private protected sealed override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (key == ContractKey)
            return ContractWriter.Plan(source, FixFacts.ParseContracts(finding[FixFacts.InferredContracts])) is { } contracts ? [contracts] : [];

        if (finding.Has(FixFacts.StepGap))
            return StepRemedies.For(source, finding);

        // No lock makes up for a value that is not there yet: the constructor starts last.
        if (finding.EarlyStart is { } start)
            return PublishLast.LetOutLast(source, start) is { } last ? [last] : [];

        var wanted = key is not null && _alternatives.TryGetValue(key, out var remedy) ? remedy : (Remedy?)null;
        return Remedies.For(source, finding, _alternatives.Values.ToList(), wanted);
    }
}
