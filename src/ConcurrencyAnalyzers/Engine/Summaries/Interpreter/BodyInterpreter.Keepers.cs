using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Work of which there is one as long as a field holds its handle: it is started where the field was found to be null, and kept there.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>By the id of what was started, the variable that holds it from the start.</summary>
    private readonly Dictionary<string, string> _keptIn = new(StringComparer.Ordinal);

    /// <summary>Ids of what its variable gave up while it may have been running.</summary>
    private readonly HashSet<string> _forgotten = new(StringComparer.Ordinal);

    /// <summary>What is started in the statement is kept by the variable that it gives a value, and what that held before is forgotten.</summary>
    private void NoteKept(Bind bind, AbstractValue value, State state)
    {
        NoteForgotten(bind.Variable, value, state);
        foreach (var fork in value.Handles)
            if (bind.Span.Contains(fork.Place.Span) && fork.Place.FilePath == body.FilePath)
                _keptIn[fork.Id] = bind.Variable.Id;
    }

    private void NoteForgotten(FieldFacts variable, AbstractValue next, State state)
    {
        if (!state.Live.IsEmpty && state.Variables.TryGetValue(variable.Id, out var former))
            foreach (var fork in former.Handles)
                if (state.Live.ContainsKey(fork.Id) && !next.Handles.Contains(fork))
                    _forgotten.Add(fork.Id);
    }

    /// <summary>Where the variable is null, and forgets what it keeps only when that has ended, nothing of it is running.</summary>
    private Fork[] EndedWhereNull(Branch branch, int arm, State state)
    {
        if (arm != branch.NullArm || state.Live.IsEmpty || branch.NullTested is not Value.Local { Variable: var variable } || !(branch.IsPlainNullTest || branch.Condition is Sequence { Nodes.IsEmpty: true }) || !state.Variables.TryGetValue(variable.Id, out var held))
            return [];
        return held.Handles.Where(fork => _keptIn.TryGetValue(fork.Id, out var keeper) && keeper == variable.Id && !_forgotten.Contains(fork.Id) && !fork.Concurrent.ContainsKey(fork.Id)).ToArray();
    }

    /// <summary>By the number of a call whose result is kept so: the place where it is kept.</summary>
    private Dictionary<int, Value.Field>? _keepers;

    /// <summary>The key of the field that keeps what the call starts; null where another may be started before that one is forgotten.</summary>
    private string? KeeperOf(Call start, ref State state)
    {
        _keepers ??= FindKeepers();
        return _keepers.TryGetValue(start.Number, out var place) && PlacesOf(place, ref state) is [var keeper] && asked.IsForgottenKnowingly(place.Facts) ? keeper.Key : null;
    }

    private Dictionary<int, Value.Field> FindKeepers()
    {
        var keepers = new Dictionary<int, Value.Field>();
        foreach (var store in body.FieldStores)
            if (store is { Place: Value.Field place, Stored: Value.CallResult { Node: var start } } && body.Root.All().OfType<Branch>().Any(branch => FoundMissing(branch, place, store)))
                keepers[start] = place;
        return keepers;
    }

    /// <summary>The store stands where the branch has found the place to be null, or behind a branch that leaves when it is not.</summary>
    private bool FoundMissing(Branch branch, Value.Field place, Access store)
    {
        if (branch.NullArm < 0 || branch.Arms.Length != 2 || branch.NullTested is not Value.Field tested || !tested.Facts.Equals(place.Facts) || !AreSame(tested.Receiver, place.Receiver))
            return false;
        return branch.Arms[branch.NullArm].Span.Contains(store.Span)
            || branch.Span.End <= store.Span.Start && branch.Arms[1 - branch.NullArm] is Sequence { Nodes: [.., Jump { Kind: JumpKind.Return or JumpKind.Throw }] };
    }

    /// <summary>Equal, or what one property of this object gives.</summary>
    private bool AreSame(Value? one, Value? other) => Equals(one, other)
        || one is Value.CallResult first && other is Value.CallResult second && GetterAt(first.Node) is { } getter && getter.Equals(GetterAt(second.Node));

    private MethodFacts? GetterAt(int node) =>
        body.Root.All().OfType<Call>().FirstOrDefault(call => call.Number == node) is { Receiver: Value.ThisValue } call && IsGetter(call) ? call.Method : null;
}
