using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Items of a collection that a body walks from end to end: no name tells them apart, but two flows that both walk the same
/// collection come to each of them.
/// </summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>By the key of the variable of a foreach: what it goes through.</summary>
    private readonly Dictionary<string, AccessPath> _walks = new(StringComparer.Ordinal);

    /// <summary>
    /// What a variable holds that goes through the items: what comes out of a channel is known by the channel, other items by the
    /// variable. A walk is noted where the collection is one that others can have as well.
    /// </summary>
    private AbstractValue ItemFor(FieldFacts variable, AccessPath item)
    {
        if (_carriers.Contains(item.Parent))
            return AbstractValue.Of(item.Parent.Handed());
        if (item.Root is RootKind.This or RootKind.Static && !item.Parent.HasElement && item.Parent.Walked() is { } walked)
            _walks[AccessPath.Local(variable).RootKey] = walked;
        return AbstractValue.Unknown;
    }

    /// <summary>The item that a run was given the number of: the same in each turn of its loops, and known by that number.</summary>
    private bool IsNumbered(Value.Element item) => item.Index == IndexShape.Parameter
        && Array.TrueForAll(body.Parameters.ToArray(), parameter => parameter.Id != IndexNames.VariableOf(item.IndexName) || parameter.TypeId is "T:System.Int32" or "T:System.Int64");

    /// <summary>The next turn hands on another number of the loop; who has captured the counter finds that in it too.</summary>
    private static State? CountOn(Loop loop, State? state) =>
        state is { Live.IsEmpty: false } && CounterOf(loop) is { } counter ? state.Renew([HandedOn(counter.Id)]) : state;

    private static FieldFacts? CounterOf(Loop loop) => loop is { Kind: LoopKind.For, Step: not null, Bounds: { End: LoopEnd.Counted, Counter: { IsLocal: true } counter } } ? counter : null;

    /// <summary>What is handed on by value of a variable that goes on changing.</summary>
    private static string HandedOn(string variable) => variable + "'";

    private HashSet<string>? _counters;

    private bool IsCounter(FieldFacts variable) => (_counters ??= new(body.Root.All().OfType<Loop>().Select(CounterOf).OfType<FieldFacts>().Select(static counter => counter.Id), StringComparer.Ordinal)).Contains(variable.Id);

    /// <summary>
    /// The variable is the better name for what its thread alone has: a closure can take it along to others. Who goes through
    /// what all threads have meets each of them there.
    /// </summary>
    private AbstractValue OfThread(FieldFacts variable, AccessPath perThread)
    {
        if (!perThread.IsOwnOfThread)
            return AbstractValue.Of(perThread);
        _walks[AccessPath.Local(variable).RootKey] = perThread;
        return AbstractValue.Unknown;
    }

    /// <summary>A change of each item, under a name that counts against other walks only; null where a lock of the item's own guards it.</summary>
    private Effect? WalkOf(Effect effect)
    {
        if (effect is not { Path.Root: RootKind.Local, Writes: true, IsAtomic: false } || !effect.IsContent && !effect.IsUpdate || !_walks.TryGetValue(effect.Path.RootKey, out var item))
            return null;
        foreach (var held in effect.Locks.Held)
            if (held.Path.RootKey == effect.Path.RootKey)
                return null;
        return effect.Path.Rebase(item) is { } path ? effect with { Path = path, IsWeak = effect.IsWeak || !item.IsOfThread } : null;
    }
}
