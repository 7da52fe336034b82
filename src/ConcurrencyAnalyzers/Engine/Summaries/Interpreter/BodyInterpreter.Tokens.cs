using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Lock types of the program's own: members that take a lock where they return true, objects that are handed out to give it back.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>By the number of a call: the locks that it took.</summary>
    private Dictionary<int, LockSet>? _takenBy;

    /// <summary>By the id of a variable: the locks that are given back when what it holds is disposed of.</summary>
    private Dictionary<string, LockSet>? _tokens;

    /// <summary>What every return with another value than false holds, and the others do not.</summary>
    private LockSet AcquiredWhenTrue(State? exit, LockSet entry)
    {
        LockSet? held = null;
        if (_returns.Count > 1)
            foreach (var (at, value) in _returns)
                if (value is not Value.Constant { Text: "False" })
                    held = held is null ? at.Locks : held.Intersect(at.Locks);
        return held is null || held.Held.IsEmpty ? LockSet.Empty : held.Without(entry).Without(exit?.Locks ?? LockSet.Empty).RemoveUnknown();
    }

    /// <summary>A callee that took a lock hands out what gives it back: as its result, or by an out parameter.</summary>
    private State NoteToken(Call call, State before, State after)
    {
        var taken = after.Locks.Without(before.Locks);
        if (_results.TryGetValue(call.Number, out var result))
            foreach (var attempt in result.Atoms.OfType<Atom.Attempt>())
                taken = taken.Add(attempt.Lock, attempt.Mode);
        if (taken.Held.IsEmpty)
            return after;
        (_takenBy ??= [])[call.Number] = taken;
        foreach (var argument in call.Arguments)
            if (argument is { IsByRef: true, Value: Value.Local { Variable: { IsBool: false, Id: var token } } })
                (_tokens ??= new(StringComparer.Ordinal))[token] = taken;
        return after;
    }

    private void NoteToken(Bind bind)
    {
        if (_takenBy is null)
            return;
        var made = bind.Value is Value.Awaited { Task: var task } ? task : bind.Value;
        if (!bind.Variable.IsBool && made is Value.CallResult { Node: var number } && _takenBy.TryGetValue(number, out var taken))
            (_tokens ??= new(StringComparer.Ordinal))[bind.Variable.Id] = taken;
        else
            _tokens?.Remove(bind.Variable.Id);
    }

    private State GiveBack(Call call, State state)
    {
        if (_tokens is null || call is not { Method.Name: "Dispose" or "DisposeAsync" or "Release", Receiver: Value.Local { Variable.Id: var token } } || !_tokens.TryGetValue(token, out var taken))
            return state;
        var locks = state.Locks;
        foreach (var held in taken.Held)
            locks = locks.Remove(held.Path);
        return state with { Locks = locks };
    }
}
