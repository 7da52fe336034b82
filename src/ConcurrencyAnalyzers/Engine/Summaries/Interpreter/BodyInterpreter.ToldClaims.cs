using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// A variable that carries out of a lock whether this flow has claimed a flag there: <c>waiter</c> that stays null on the way
/// that claims, <c>isFirst</c> that is set on it.
/// </summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>The value of a variable on the way that claims, what is claimed there, and where the branch ends.</summary>
    private sealed record ToldClaims(string Value, ImmutableHashSet<Claim> Claims, int End);

    /// <summary>By the id of the variable.</summary>
    private readonly Dictionary<string, ToldClaims> _claimedByVariable = new(StringComparer.Ordinal);

    /// <summary>One arm of a branch has claimed what the other has not.</summary>
    private void NoteToldClaims(Branch branch, State?[] arms)
    {
        if (arms is not [{ } first, { } second] || ReferenceEquals(first.Claimed, second.Claimed))
            return;
        NoteToldClaims(branch, 0, first.Claimed.Except(second.Claimed));
        NoteToldClaims(branch, 1, second.Claimed.Except(first.Claimed));
    }

    private void NoteToldClaims(Branch branch, int arm, ImmutableHashSet<Claim> claims)
    {
        if (claims.IsEmpty)
            return;
        foreach (var bind in branch.Arms[arm].All().OfType<Bind>())
            if (bind.Value is Value.Constant { Text: var text } && StartOf(bind, branch) is { } start && start != text)
                _claimedByVariable[bind.Variable.Id] = new(text, claims, branch.Span.End);
        foreach (var bind in branch.Arms[1 - arm].All().OfType<Bind>())
            if (StartOf(bind, branch) is { } start && !(bind.Value is Value.Constant { Text: var text } && text == start))
                _claimedByVariable[bind.Variable.Id] = new(start, claims, branch.Span.End);
    }

    /// <summary>The constant that the variable has before the branch, where nothing but the branch gives it another value.</summary>
    private string? StartOf(Bind bind, Branch branch)
    {
        var binds = body.Root.All().OfType<Bind>().Where(other => other.Variable.Equals(bind.Variable)).ToArray();
        return binds is [{ Value: Value.Constant { Text: var text } } before, var after] && ReferenceEquals(after, bind) && before.Span.Start < branch.Span.Start ? text : null;
    }

    /// <summary>What is claimed on an arm of a test of such a variable.</summary>
    private ImmutableHashSet<Claim>? ClaimedByVariable(Branch branch, int arm, bool holds)
    {
        if (_claimedByVariable.Count == 0)
            return null;
        var (tested, isValue) = branch.NullArm >= 0 && branch.NullTested is Value.Local { Variable: var reference } ? (reference, arm == branch.NullArm ? "" : null)
            : branch.Test is Value.Local { Variable: { IsBool: true } flag } ? (flag, holds ? "True" : "False")
            : (null, null);
        return tested is not null && _claimedByVariable.TryGetValue(tested.Id, out var known) && known.Value == isValue && branch.Span.Start >= known.End ? known.Claims : null;
    }
}
