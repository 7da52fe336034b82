using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Loops: held throughout where that is short and ends by itself, round by round where it waits or works.</summary>
internal sealed partial class LockPlanner
{
    private bool PlanLoop(StatementList list, int index, IReadOnlyList<StateAccess> accesses)
    {
        var statement = list[index];
        var (condition, body) = statement switch
        {
            WhileStatementSyntax loop => (loop.Condition, loop.Statement),
            ForStatementSyntax loop => (loop.Condition, loop.Statement),
            _ => (null, null!),
        };
        var head = condition is null ? [] : In(condition, accesses);
        var inBody = In(body, accesses);
        if (head.Count == 0)
            return inBody.Count == accesses.Count ? PlanParts(statement, accesses) : Whole();
        if (head.Count + inBody.Count != accesses.Count)
            return Whole();

        // Held throughout only if the loop itself brings its end nearer; one that waits for another thread must let go.
        var proceeds = statement is ForStatementSyntax { Incrementors.Count: > 0 } || inBody.Any(access => access.Writes) || head.Any(access => access.Writes);
        if (proceeds && Whole())
            return true;

        var first = StatementList.Of(body);
        var act = first.FindIndex(nested => In(nested, inBody).Any(access => access.Writes));
        if (act >= 0 && first[act] is IfStatementSyntax check && In(check.Condition, inBody).Count > 0 && Work.IsForeignIn(_source.Model, check))
            act = -1;
        if (act == 0 && Taken(first[0], inBody) is { } taken)
            return _heads.BreakOut(statement, condition!, body, first, -1, taken) && PlanRest(first, 1, inBody);
        if (act >= 0 && Enumerable.Range(0, act).Any(before => Work.IsForeignIn(_source.Model, first[before])))
            return false;
        if (act >= 0 && Work.IsForbiddenIn(_source.Model, first[act]))
            return false;
        return _heads.BreakOut(statement, condition!, body, first, act)
            && PlanRest(first, act + 1, inBody);

        bool Whole() => !Work.IsForeignIn(_source.Model, statement) && Wrap(list, index, index, accesses);
    }

    /// <summary>The one thing that a statement takes from the state to do long work with: <c>Handle(_queue.Dequeue());</c></summary>
    private StateAccess? Taken(StatementSyntax statement, IReadOnlyList<StateAccess> accesses)
    {
        var inside = In(statement, accesses);
        return statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax && inside.Count == 1 && inside[0].Whole is InvocationExpressionSyntax { Parent: not ExpressionStatementSyntax }
            && Work.IsForeignIn(_source.Model, statement) && !Work.IsForeignIn(_source.Model, inside[0].Whole) ? inside[0] : null;
    }

    private bool PlanRest(StatementList list, int from, IReadOnlyList<StateAccess> accesses)
    {
        if (from >= list.Count)
            return true;
        var rest = accesses.Where(access => access.Span.Start >= list[from].SpanStart).ToList();
        return rest.Count == 0 || PlanList(list, rest, from);
    }

    private bool PlanForEach(StatementList list, int index, CommonForEachStatementSyntax loop, IReadOnlyList<StateAccess> accesses)
    {
        var head = In(loop.Expression, accesses);
        if (head.Count == 0)
            return PlanParts(loop, accesses);
        if (!Work.IsForeignIn(_source.Model, loop.Statement) && Wrap(list, index, index, accesses))
            return true;

        var rest = accesses.Where(access => !head.Contains(access)).ToList();
        return _heads.Snapshot(list, loop, head) && (rest.Count == 0 || PlanParts(loop, rest))
            || Wrap(list, index, index, accesses);
    }
}
