using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Flags that are set or looked at under a lock.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>A condition that reads more than this is no look at a flag.</summary>
    private const int MaxTested = 8;

    /// <summary>By the number of a call: what is claimed where its result is true.</summary>
    private readonly Dictionary<int, ImmutableHashSet<Claim>> _claimedByResult = [];

    /// <summary>By the id of a variable: the number of the call whose result it holds.</summary>
    private readonly Dictionary<string, int> _resultIn = new(StringComparer.Ordinal);

    private sealed record Tested(string Flag, TextSpan? Read);

    private sealed record Told(string Value, ClaimWord Tells);

    /// <summary>Keys of what the condition at hand reads, with the place where this body reads it; null outside of one.</summary>
    private List<Tested>? _tested;

    private State? ExecuteCondition(Branch branch, State state, out List<Tested> tested)
    {
        var outer = _tested;
        _tested = tested = [];
        var after = Execute(branch.Condition, state);
        _tested = outer;
        outer?.AddRange(tested);
        return after;
    }

    /// <summary>On an arm: what was tested under a lock has let this flow in, and a call that returned true has claimed what it claims.</summary>
    private State Admit(State state, Branch branch, int arm, List<Tested> tested)
    {
        var holds = arm == (branch.Negated ? 1 : 0);
        var call = branch.Test is Value.CallResult { Node: var node } ? node : branch.Test is Value.Local { Variable.Id: var id } && _resultIn.TryGetValue(id, out var kept) ? kept : -1;
        if (holds && _claimedByResult.TryGetValue(call, out var claimed))
            state = state with { Claimed = Replace(state.Claimed, claimed) };
        if (ClaimedByVariable(branch, arm, holds) is { } told)
            state = state with { Claimed = Replace(state.Claimed, told) };
        if (state.Locks.Held.IsEmpty || tested.Count is 0 or > MaxTested)
            return state;
        var admitted = state.Admitted;
        foreach (var (flag, read) in tested)
            foreach (var (value, tells) in KnownOn(branch, arm, read))
                foreach (var held in state.Locks.Held)
                    admitted = admitted.Add(new(flag, held.Path.Key, value) { Tells = tells });
        return state with { Admitted = admitted };
    }

    /// <summary>What the arm knows of the value that is read there; the way that was taken, where the condition does not tell.</summary>
    private static IEnumerable<Told> KnownOn(Branch branch, int arm, TextSpan? read) => branch.Comparisons
        .Where(comparison => comparison.Arm == arm && comparison.Read == read)
        .Select(static comparison => new Told(comparison.Constant, comparison.IsEqual ? ClaimWord.Is : ClaimWord.IsNot))
        .DefaultIfEmpty(new("way " + arm.ToString(System.Globalization.CultureInfo.InvariantCulture), ClaimWord.Unknown));

    private void NoteResult(Bind bind)
    {
        NoteFirst(bind);
        NoteToken(bind);
        if (bind.Value is Value.CallResult { Node: var node })
            _resultIn[bind.Variable.Id] = node;
        else
            _resultIn.Remove(bind.Variable.Id);
    }

    private void NoteTested(Effect effect)
    {
        if (_tested is { Count: <= MaxTested } && effect is { Reads: true, Writes: false, IsContent: false, IsWeak: false })
            _tested.Add(new(effect.Path.Key, effect.Trace.IsEmpty && effect.BodyId == body.Id ? effect.Place.Span : null));
    }

    /// <summary>A property with a body of its own is a flag too, by whatever fields it keeps it.</summary>
    private State NoteProperty(Call call, State state)
    {
        if (_tested is null && state.Locks.Held.IsEmpty && state.Claimed.IsEmpty || call is not { Method.IsSource: true, Receiver: { } receiver } || PropertyOf(call) is not { } name || Evaluate(receiver, ref state).Single is not { } owner)
            return state;
        var flag = owner.Key + ".P:" + name;
        if (call.Arguments.IsEmpty)
        {
            _tested?.Add(new(flag, call.Span));
            return state;
        }

        var claims = call.Argument(0) is Value.Constant { Text: var value } ? state.Locks.Held.Select(held => ClaimOf(flag, held.Path.Key, value, state.Admitted)).ToImmutableHashSet() : Claim.None;
        return claims.IsEmpty && state.Claimed.IsEmpty ? state : state with { Claimed = Without(state.Claimed, flag).Union(claims) };
    }

    /// <summary>The property, with its type, of which the call reads or sets the value.</summary>
    private static string? PropertyOf(Call call) =>
        call.Method.Name is { Length: > 4 } name && (call.Arguments.IsEmpty ? name.StartsWith("get_", StringComparison.Ordinal) : call.Arguments.Length == 1 && name.StartsWith("set_", StringComparison.Ordinal))
            ? call.Method.TypeId.Substring(Math.Min(2, call.Method.TypeId.Length)) + "." + name.Substring(4) : null;

    /// <summary>A constant that is stored under a lock claims; what was claimed of the field before is over.</summary>
    private static State NoteClaim(State state, Access access, ImmutableArray<AccessPath> places)
    {
        if (places is not [var place])
            return state;
        var claims = Claimed(access, place, state);
        return claims.IsEmpty && state.Claimed.IsEmpty ? state : state with { Claimed = Without(state.Claimed, place.Key).Union(claims) };
    }

    private static ImmutableHashSet<Claim> Claimed(Access access, AccessPath place, State state) =>
        access.Kind.HasFlag(AccessKind.Constant) && !access.Kind.HasFlag(AccessKind.Read) && place.Storage is { IsLocal: false }
            ? state.Locks.Held.Select(held => ClaimOf(place.Key, held.Path.Key, access.Stored is Value.Constant { Text: var text } ? text : Claim.AnyConstant, state.Admitted)).ToImmutableHashSet()
            : Claim.None;

    /// <summary>Who tests for something else than what is set lets others in who found the same.</summary>
    private static Claim ClaimOf(string flag, string gate, string value, ImmutableHashSet<Claim> admitted) =>
        new(flag, gate, value) { IsTestAndSet = admitted.Any(ticket => ticket.Flag == flag && ticket.Lock == gate && ticket.RulesOut(value)) };

    private static ImmutableHashSet<Claim> Without(ImmutableHashSet<Claim> claims, string flag) => claims.Except(claims.Where(claim => claim.Flag == flag));

    private static ImmutableHashSet<Claim> Replace(ImmutableHashSet<Claim> before, ImmutableHashSet<Claim> after)
    {
        if (after.IsEmpty || before.IsEmpty)
            return before.IsEmpty ? after : before;
        return before.Except(before.Where(claim => after.Any(later => later.Flag == claim.Flag))).Union(after);
    }

    /// <summary>What every return with another value than false has claimed.</summary>
    private ImmutableHashSet<Claim> ClaimedWhenTrue()
    {
        ImmutableHashSet<Claim>? claimed = null;
        foreach (var (at, value) in _returns)
            if (value is not Value.Constant { Text: "False" })
                claimed = claimed is null ? at.Claimed : claimed.Intersect(at.Claimed);
        return claimed ?? Claim.None;
    }
}
