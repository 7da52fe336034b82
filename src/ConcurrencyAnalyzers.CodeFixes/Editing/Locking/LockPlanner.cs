using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// Puts all accesses of one state under one lock, each in the smallest run of statements that keeps together what
/// belongs together: a check and the act on it, a read and the write computed from it. Waiting, await, yield and
/// foreign calls stay outside; where that is impossible there is no plan.
/// </summary>
internal sealed partial class LockPlanner
{
    private readonly SourceView _source;
    private readonly LockWriter _writer;
    private readonly ExpressionBodies _expressionBodies;
    private readonly Heads _heads;
    private readonly SplitIf _splitIf;
    private readonly Hoisting _hoisting;
    private readonly Drain _drain;

    /// <summary>
    /// Whether steps that hang together have to be one: so it is for lost updates and broken checks. A collection is
    /// whole again when each step is guarded, and then long work between the steps need not be.
    /// </summary>
    private readonly bool _isAtomic;

    /// <summary>The gate may be held across an await.</summary>
    private readonly bool _mayAwait;

    /// <summary>Fields that a new lock covers as well, in one statement with the state: what changes them right beside it goes in.</summary>
    private readonly HashSet<ISymbol> _beside;

    private LockPlanner(SourceView source, LockWriter writer, HashSet<ISymbol> beside, bool isAtomic, bool mayAwait)
    {
        _beside = beside;
        _isAtomic = isAtomic;
        _mayAwait = mayAwait;
        _source = source;
        _writer = writer;
        _hoisting = new(source, writer);
        _heads = new(source, writer);
        _splitIf = new(source, writer, _heads);
        _drain = new(source, writer, _heads);
        _expressionBodies = new(source, writer, _hoisting);
    }

    /// <summary>The edits, or null when some access cannot be guarded: a state guarded in places only would still be broken.</summary>
    public static EditScript? Plan(SourceView source, Finding finding) =>
        StateAccess.All(source, finding) is { } accesses && !GuardedUses.AnyAtomic(source, accesses)
            ? Plan(source, finding, accesses, acrossAwait: false) ?? (HeldAwait.IsPossible(source, accesses) ? Plan(source, finding, accesses, acrossAwait: true) : null)
            : null;

    private static EditScript? Plan(SourceView source, Finding finding, IReadOnlyList<StateAccess> accesses, bool acrossAwait) =>
        Gate.Choose(source, finding, accesses, acrossAwait) is { } gate ? Plan(source, finding, accesses, gate, acrossAwait) : null;

    /// <summary>The edits that put the accesses under this gate.</summary>
    public static EditScript? Plan(SourceView source, Finding finding, IReadOnlyList<StateAccess> accesses, Gate gate, bool acrossAwait)
    {
        accesses = [.. accesses.Where(access => !IsUnder(access, gate.For(access)))];
        if (accesses.Count == 0 || GuardedUses.AnyDecides(source, accesses) || !gate.IsMonitor && Reentry.IsPossible(source, gate, accesses))
            return null;

        var script = new EditScript(source, finding.Has(FixFacts.Guard) ? "Take the lock that guards it" : acrossAwait ? "Guard it with a semaphore" : "Guard it with a lock");
        gate.Declare(script);
        var writer = new LockWriter(script, gate, accesses);
        var planner = new LockPlanner(source, writer, finding.Has(FixFacts.Guard) ? [] : OtherStates.UsedBeside(source, accesses), isAtomic: finding.Harm is not (Harm.Corruption or Harm.NeverSeen), acrossAwait);

        // A body comes before the lambdas inside it, whose lines it may indent.
        var bodies = accesses.GroupBy(access => access.Body).OrderBy(body => body.Key?.SpanStart).ToList();
        return bodies.All(body => body.Key is not null && planner.PlanBody(body.Key, [.. body])) && !writer.IsTorn ? script : null;
    }

    /// <summary>The fix of another state may have put the gate around this one too.</summary>
    private static bool IsUnder(StateAccess access, string gate) =>
        access.Whole.Ancestors().TakeWhile(node => node != access.Body)
            .Any(node => node is LockStatementSyntax statement && statement.Statement.Span.Contains(access.Span) && statement.Expression.ToString() == gate
                || node is TryStatementSyntax guarded && guarded.Block.Span.Contains(access.Span) && GateStyles.IsGivenBack(guarded, gate));

    private bool PlanBody(SyntaxNode body, IReadOnlyList<StateAccess> accesses)
    {
        var outermost = accesses[0].Whole.Ancestors().TakeWhile(node => node != body).OfType<StatementSyntax>().LastOrDefault();
        if (outermost is null)
            return _expressionBodies.Plan(body, accesses);

        return outermost is BlockSyntax block && block.Parent is not GlobalStatementSyntax
            ? PlanList(StatementList.Of(block.Statements), accesses)
            : PlanList(StatementList.Around(outermost), accesses);
    }

    private bool PlanList(StatementList list, IReadOnlyList<StateAccess> accesses, int from = 0)
    {
        var groups = new List<Group>();
        for (var index = from; index < list.Count; index++)
        {
            var inside = In(list[index], accesses);
            if (inside.Count == 0)
                continue;
            if (groups.Count > 0 && groups[groups.Count - 1] is var last && Joined(list, last, index, inside) is { } joined)
                groups[groups.Count - 1] = joined;
            else
                groups.Add(new(index, index, inside));
        }

        if (groups.Sum(group => group.Accesses.Count) != accesses.Count)
            return false;
        for (var index = 0; index < groups.Count; index++)
            if (groups[index] is { Emptied: null, Last: var last } group && last + 1 < list.Count && list[group.First] is ExpressionStatementSyntax && OtherStates.IsChangeOf(_source, list[last + 1], _beside)
                && In(list[last + 1], accesses).Count == 0 && !Work.IsForeignIn(_source.Model, list[last + 1]) && !Work.IsForeignIn(_source.Model, list[group.First]))
                groups[index] = group with { Last = last + 1 };
        return groups.All(group => group.Emptied is { } emptied ? _drain.Plan(list, group.First, emptied, group.Accesses)
            : group.First == group.Last ? PlanStatement(list, group.First, group.Accesses)
            : Wrap(list, group.First, group.Last, group.Accesses));
    }

    /// <summary>Statements that share a region.</summary>
    /// <param name="Emptied">The statement that empties what the first one copies, behind work that must not be in the region.</param>
    private sealed record Group(int First, int Last, List<StateAccess> Accesses, int? Emptied = null);

    /// <summary>The group with a further statement that belongs to it; null where that stands for itself.</summary>
    private Group? Joined(StatementList list, Group group, int index, List<StateAccess> inside)
    {
        if (group.Emptied is not null)
            return null;
        var both = group with { Last = index, Accesses = [.. group.Accesses, .. inside] };
        var isShort = !Enumerable.Range(group.First, index - group.First + 1).Any(step => Work.IsForeignIn(_source.Model, list[step]));
        if (group.First == group.Last && Drain.Is(list[group.First], group.Accesses, list[index], inside))
            return isShort ? both : both with { Emptied = index };

        // What is emptied first is built up anew by what follows.
        if (isShort && group.Accesses.Any(Drain.IsReset))
            return both;
        // What is taken is set back in the same step.
        if (isShort && inside.Any(static access => access.IsSetBack))
            return both;
        return !IsApart(list, group.First, index) && Dependence.Links(list, group.First, group.Last, group.Accesses, index, inside) ? both : null;
    }

    /// <summary>Steps that long or waiting work parts, where each may be guarded for itself.</summary>
    private bool IsApart(StatementList list, int first, int last) =>
        !_isAtomic && Enumerable.Range(first + 1, last - first - 1).Any(between => Work.IsForeignIn(_source.Model, list[between]));

    private bool PlanStatement(StatementList list, int index, IReadOnlyList<StateAccess> accesses)
    {
        var statement = list[index];
        switch (statement)
        {
            case BlockSyntax block:
                return PlanList(StatementList.Of(block.Statements), accesses);
            case ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax:
                return PlanSimple(list, index, accesses);
            case IfStatementSyntax conditional:
                return PlanIf(list, index, conditional, accesses);
            case WhileStatementSyntax or ForStatementSyntax:
                return PlanLoop(list, index, accesses);
            case CommonForEachStatementSyntax loop:
                return PlanForEach(list, index, loop, accesses);
            case SwitchStatementSyntax selection when In(selection.Expression, accesses).Count == accesses.Count:
                return _hoisting.Head(list, index, selection.Expression, accesses) || Wrap(list, index, index, accesses);
            default:
                return PlanParts(statement, accesses);
        }
    }

    /// <summary>Statements whose own head has no access: every part is planned for itself.</summary>
    private bool PlanParts(StatementSyntax statement, IReadOnlyList<StateAccess> accesses)
    {
        var planned = 0;
        foreach (var part in Parts(statement))
        {
            var inside = accesses.Where(access => part.Any(nested => nested.Span.Contains(access.Span))).ToList();
            if (inside.Count == 0)
                continue;
            if (!PlanList(part, inside))
                return false;
            planned += inside.Count;
        }

        return planned == accesses.Count;
    }

    private static IEnumerable<StatementList> Parts(StatementSyntax statement) =>
        statement.ChildNodes().SelectMany(child => child switch
        {
            BlockSyntax block => [StatementList.Of(block.Statements)],
            StatementSyntax embedded => [StatementList.Around(embedded)],
            ElseClauseSyntax { Statement: BlockSyntax block } => [StatementList.Of(block.Statements)],
            ElseClauseSyntax { Statement: var embedded } => [StatementList.Around(embedded)],
            CatchClauseSyntax clause => [StatementList.Of(clause.Block.Statements)],
            FinallyClauseSyntax clause => [StatementList.Of(clause.Block.Statements)],
            SwitchSectionSyntax section => [StatementList.Of(section.Statements)],
            _ => Enumerable.Empty<StatementList>(),
        });

    private bool PlanSimple(StatementList list, int index, IReadOnlyList<StateAccess> accesses)
    {
        var statement = list[index];
        if (!Work.IsForeignIn(_source.Model, statement))
            return Wrap(list, index, index, accesses) || _hoisting.Reads(list, index, accesses);

        // Long or waiting work leaves the lock, what it yields goes in; or what it needs is read before.
        return _hoisting.Operands(list, index, accesses)
            || _hoisting.Reads(list, index, accesses)
            || Wrap(list, index, index, accesses);
    }

    private bool PlanIf(StatementList list, int index, IfStatementSyntax statement, IReadOnlyList<StateAccess> accesses)
    {
        var head = In(statement.Condition, accesses);
        var elseHeads = ElseIfs(statement).Any(nested => In(nested.Condition, accesses).Count > 0);
        if (head.Count == 0 && !elseHeads)
            return PlanParts(statement, accesses);

        var mustHoldThroughout = elseHeads || head.Count < accesses.Count
            && accesses.Any(access => !head.Contains(access) && (access.Writes || !StateAccess.IsPlainValue(access.Type)));
        var isForeign = Work.IsForeignIn(_source.Model, statement);
        if (mustHoldThroughout && isForeign && !elseHeads && _splitIf.Plan(list, index, statement, head, accesses))
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

    private bool Wrap(StatementList list, int first, int last, IReadOnlyList<StateAccess> accesses)
    {
        for (var index = first; index <= last; index++)
        {
            if (_mayAwait ? HeldAwait.IsForbiddenIn(_source.Model, list[index]) : Work.IsForbiddenIn(_source.Model, list[index]))
                return false;
        }

        return _writer.Wrap(list, first, last, accesses[0]);
    }

    private static List<StateAccess> In(SyntaxNode node, IReadOnlyList<StateAccess> accesses) =>
        [.. accesses.Where(access => node.Span.Contains(access.Reference.Span))];
}
