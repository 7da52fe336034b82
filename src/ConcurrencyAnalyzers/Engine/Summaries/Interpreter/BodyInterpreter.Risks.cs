using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Steps that can well throw. What a step that throws would have started last is not running then: a handler does not run beside it.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>Ids of forks that may be running while a step throws.</summary>
    private readonly HashSet<string> _atRisk = new(StringComparer.Ordinal);

    /// <summary>The state at the first step of the try block at hand that can well throw; null before it.</summary>
    private State? _risk;

    /// <summary>A call: to pass on the handle of work, or to wait for it, throws nothing that its start has not thrown.</summary>
    private void NoteRisk(State state, Call step)
    {
        Enter(state);
        foreach (var pair in state.Live)
            if (!_atRisk.Contains(pair.Key))
            {
                NoteRisk(state, HandledBy(step, state));
                return;
            }
    }

    /// <param name="handled">What the step is about; unknown where it is about nothing.</param>
    private void NoteRisk(State state, AbstractValue handled)
    {
        Enter(state);
        foreach (var pair in state.Live)
            if (!_atRisk.Contains(pair.Key) && !handled.Handles.Any(handle => OriginOf(handle.Id) == OriginOf(pair.Key)))
                _atRisk.Add(pair.Key);
    }

    /// <summary>A handler begins where something could throw first; what an await throws, it throws on another thread.</summary>
    private void Enter(State state) => _risk = _risk is null ? state : state.AfterAwait && !_risk.AfterAwait ? _risk with { AfterAwait = true } : _risk;

    private AbstractValue HandledBy(Call call, State state)
    {
        var handled = Evaluate(call.Receiver, ref state);
        foreach (var argument in call.Arguments)
            handled = handled.Union(Evaluate(argument.Value, ref state));
        return handled;
    }

    /// <summary>The call of this body that started it, or whose callee did.</summary>
    private static string OriginOf(string forkId)
    {
        var length = 0;
        while (length < forkId.Length && char.IsDigit(forkId[length]))
            length++;
        return forkId.Substring(0, length);
    }

    private State WithoutUnstarted(State thrown, State entered)
    {
        foreach (var id in thrown.Live.Keys)
            if (!entered.Live.ContainsKey(id) && !_atRisk.Contains(id))
                thrown = thrown with { Live = thrown.Live.Remove(id) };
        return thrown;
    }
}
