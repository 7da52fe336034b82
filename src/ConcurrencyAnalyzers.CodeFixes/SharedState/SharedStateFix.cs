using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>What the fixes for shared state have in common: one finding stands for all unguarded accesses of its state.</summary>
public abstract class SharedStateFix : ConcurrencyCodeFix
{
    private protected const string Lock = "lock";
    private protected const string Interlocked = "interlocked";

    /// <summary>Writes the guards of the whole type down; what breaks them is a finding of CONC1009 then.</summary>
    private const string ContractKey = "contract";

    private readonly string? _interlockedKey;
    private readonly string? _lockKey;

    /// <param name="id">The rule.</param>
    /// <param name="interlockedKey">The key of the action that asks for atomic operations.</param>
    /// <param name="lockKey">The key of the action that asks for a lock.</param>
    private protected SharedStateFix(string id, string interlockedKey, string lockKey)
        : base(id) => (_interlockedKey, _lockKey) = (interlockedKey, lockKey);

    /// <summary>The state has a lock; an atomic operation beside it would not keep out who holds that.</summary>
    /// <param name="id">The rule.</param>
    private protected SharedStateFix(string id)
        : base(id)
    {
    }

    private protected sealed override IReadOnlyList<string> Keys => _interlockedKey is null ? [DefaultKey, ContractKey] : [DefaultKey, _interlockedKey, _lockKey!, ContractKey];

    private protected sealed override IEnumerable<Finding> Distinct(IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => FixFacts.Spans(finding.Accesses)).Select(group => group.First());

    private protected sealed override EditScript? Tidy(SourceView edited, EditScript fix) => LockMerge.Plan(edited, fix.Inserted());

    private protected sealed override IEnumerable<EditScript> Scripts(SourceView source, Finding finding, string? key, CancellationToken cancellationToken)
    {
        if (key == ContractKey)
        {
            if (ContractWriter.Plan(source, FixFacts.ParseContracts(finding[FixFacts.InferredContracts])) is { } contracts)
                yield return contracts;
            yield break;
        }

        // No lock makes up for a value that is not there yet: the constructor starts last.
        if (finding.EarlyStart is { } start)
        {
            if (PublishLast.LetOutLast(source, start) is { } last)
                yield return last;
            yield break;
        }

        var remedies = Remedies(finding, key);
        if ((key is null || key != _interlockedKey) && remedies.Contains(Lock) && StateAccess.All(source, finding) is { } accesses && Company.CallsForLock(source, accesses))
            remedies = [.. remedies.OrderBy(remedy => remedy == Lock ? 0 : 1)];

        foreach (var remedy in remedies)
        {
            var script = remedy == Interlocked ? InterlockedEdit.Plan(source, finding) : LockPlanner.Plan(source, finding);
            if (script is not null)
                yield return script;
        }
    }

    /// <summary>
    /// The remedies to try, in order. The key asks for one of the alternatives; any other key, and none, means the best
    /// for each state, so that fix-all does not depend on which finding it was started from.
    /// </summary>
    private List<string> Remedies(Finding finding, string? key)
    {
        var remedies = (_interlockedKey is null ? Lock : finding[FixFacts.Remedies] ?? Lock).Split(',').Select(remedy => remedy.Trim()).Where(remedy => remedy is Lock or Interlocked).Distinct().ToList();
        return [.. remedies.OrderBy(remedy => key is not null && key == (remedy == Lock ? _lockKey : _interlockedKey) ? 0 : 1)];
    }
}
