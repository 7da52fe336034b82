using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>What holds around accesses and calls, made once for all that share it.</summary>
internal sealed partial class BodyInterpreter
{
    private Surroundings _surroundings = new(Locks.LockSet.Empty);

    /// <summary>What held inside of a call, and with what surrounds the call.</summary>
    private Surroundings? _inside;
    private Surroundings? _inner;
    private Surroundings? _outer;

    private Surroundings SurroundingsAt(State state)
    {
        var joined = JoinedKeys(state);
        var known = _surroundings;
        if (ReferenceEquals(state.Locks, known.Locks) && ReferenceEquals(joined, known.Joined) && ReferenceEquals(state.Signalled, known.Signalled)
            && ReferenceEquals(state.Claimed, known.Claimed) && ReferenceEquals(state.Admitted, known.Admitted) && ReferenceEquals(state.Settings, known.Settings))
            return known;
        return _surroundings = new(state.Locks) { Joined = joined, Signalled = state.Signalled, Claimed = state.Claimed, Admitted = state.Admitted, Settings = state.Settings };
    }

    /// <summary>A callee's effect with what surrounds the call added.</summary>
    private Effect Here(Effect effect, State state)
    {
        var around = Inside(effect.Around, SurroundingsAt(state));
        var afterAwait = effect.AfterAwait || state.AfterAwait;
        return ReferenceEquals(around, effect.Around) && afterAwait == effect.AfterAwait ? effect : effect with { Around = around, AfterAwait = afterAwait };
    }

    private Surroundings Inside(Surroundings inner, Surroundings outer)
    {
        if (_inside is not null && ReferenceEquals(inner, _inner) && ReferenceEquals(outer, _outer))
            return _inside;
        (_inner, _outer) = (inner, outer);
        return _inside = Together(inner, outer);
    }

    private static Surroundings Together(Surroundings inner, Surroundings outer)
    {
        var locks = inner.Locks.Union(outer.Locks);
        var joined = inner.Joined.IsEmpty ? outer.Joined.IsEmpty ? inner.Joined : outer.Joined : inner.Joined.Union(outer.Joined);
        var (claimed, admitted, settings) = (inner.Claimed.Union(outer.Claimed), inner.Admitted.Union(outer.Admitted), inner.Settings.Union(outer.Settings));
        var signalled = outer.Signalled.IsEmpty ? inner.Signalled : inner.Signalled.Union(outer.Signalled.Where(Fork.IsStopped)); // what was signalled before the call says nothing of the callee's own order
        return ReferenceEquals(signalled, inner.Signalled) && ReferenceEquals(locks, inner.Locks) && ReferenceEquals(joined, inner.Joined) && ReferenceEquals(claimed, inner.Claimed) && ReferenceEquals(admitted, inner.Admitted) && ReferenceEquals(settings, inner.Settings)
            ? inner
            : inner with { Locks = locks, Joined = joined, Signalled = signalled, Claimed = claimed, Admitted = admitted, Settings = settings };
    }
}
