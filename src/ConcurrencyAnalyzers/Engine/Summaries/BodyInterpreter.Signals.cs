using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    /// <summary>What was done before the signal is ordered before what others do after they waited for it.</summary>
    private State Signal(Call call, State state)
    {
        foreach (var argument in call.Arguments)
            if (call.Method.Name is "Add" or "TryAdd" && Evaluate(argument.Value, ref state) is { IsUnknown: false } item)
                state = Put(Evaluate(call.Receiver, ref state), item, state);
        foreach (var path in SignalOf(call, ref state))
        {
            Record(new Effect(path, AccessKind.None, Locks.LockSet.Empty, new(body.FilePath, call.Span), body.DisplayName, body.Id) { IsSignal = true, InLoop = _loopDepth > 0 }, state);
            state = state with { Signalled = state.Signalled.Add(path.Key) };
        }

        return state;
    }

    /// <summary>The forks that give the signal have done what came before it; where they signal again and again, or do nothing after, we take that for all they do.</summary>
    private State AwaitSignal(Call call, State state)
    {
        var waited = SignalOf(call, ref state).ToArray();
        if (call.Method.Name == "SignalAndWait")
            state = Signal(call, state);
        _results[call.Number] = call.Method.Name == "GetConsumingEnumerable" ? Evaluate(call.Receiver, ref state)
            : call.Method.Name.StartsWith("get_", StringComparison.Ordinal) ? AbstractValue.From(waited.Select(static path => new Atom.Object(path)))
            : ItemsOf(Evaluate(call.Receiver, ref state), state);
        return AfterSignal(waited, state);
    }

    private static State AfterSignal(IReadOnlyCollection<AccessPath> waited, State state)
    {
        var done = state.Live.Values.Select(static pair => pair.Fork)
            .Where(fork => fork.Effects.Any(effect => effect.IsSignal && waited.Any(path => path.Key == effect.Path.Key) && !GoesOn(fork, effect))).ToArray();
        return state.Without(done) with { Joined = state.Joined.Union(waited) };
    }

    /// <summary>The fork signals once and then does more.</summary>
    private static bool GoesOn(Fork fork, Effect signal) =>
        !signal.InLoop && fork.Effects.Any(effect => !effect.IsSignal && effect.Signalled.Contains(signal.Path.Key));

    /// <summary>The object that carries the signal; both ends of a channel are one.</summary>
    private IEnumerable<AccessPath> SignalOf(Call call, ref State state)
    {
        var carrier = Evaluate(call.Receiver ?? call.Argument(0), ref state);
        return carrier.Objects.Select(static path => path.Steps is [.., { Kind: StepKind.Field, Field.Name: "Reader" or "Writer" }] ? path.Parent : path).ToArray();
    }
}
