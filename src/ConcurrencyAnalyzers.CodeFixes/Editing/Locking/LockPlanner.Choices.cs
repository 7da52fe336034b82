using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Choices: held throughout where the act relies on the check, or where all of it is short; else the check alone.</summary>
internal sealed partial class LockPlanner
{
    private bool PlanIf(StatementList list, int index, IfStatementSyntax statement, IReadOnlyList<StateAccess> accesses)
    {
        var head = In(statement.Condition, accesses);
        var elseHeads = ElseIfs(statement).Any(nested => In(nested.Condition, accesses).Count > 0);
        if (head.Count == 0 && !elseHeads)
            return PlanParts(statement, accesses);

        var mustHoldThroughout = elseHeads || head.Count < accesses.Count
            && accesses.Any(access => !head.Contains(access) && (access.Writes || !StateAccess.IsPlainValue(access.Type)));
        var isForeign = IsForeignIn(statement);
        if (mustHoldThroughout && isForeign && !elseHeads && (_drainIf.Plan(list, statement, head, accesses) || _splitIf.Plan(list, index, statement, head, accesses)))
            return true;
        if (mustHoldThroughout && (_isAtomic || !isForeign || elseHeads) || !isForeign && statement.GetText().Lines.Count <= 12)
            return Wrap(list, index, index, accesses);
        if (!_hoisting.Head(list, index, statement.Condition, head))
            return Wrap(list, index, index, accesses);

        var rest = accesses.Where(access => !head.Contains(access)).ToList();
        return rest.Count == 0 || !(isForeign && mustHoldThroughout && rest.Exists(Drain.IsReset)) && PlanParts(statement, rest); // what came in behind the check would be lost
    }

    private static IEnumerable<IfStatementSyntax> ElseIfs(IfStatementSyntax statement)
    {
        for (var next = statement.Else?.Statement as IfStatementSyntax; next is not null; next = next.Else?.Statement as IfStatementSyntax)
            yield return next;
    }
}
