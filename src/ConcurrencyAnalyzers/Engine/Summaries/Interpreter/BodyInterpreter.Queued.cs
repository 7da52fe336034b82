using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Delegates that are put into a blocking collection or a channel: whoever takes them runs them, beside the code that goes on here.
/// What they do to fields is their taker's doing; the variables that they have captured have a name only here.
/// </summary>
internal sealed partial class BodyInterpreter
{
    private static readonly string[] s_ends = ["Wait", "Join", "Flush", "Drain", "Complete", "Dispose", "Stop", "Close"];

    private State Queue(Call call, State state)
    {
        if (call.Method.Name is not ("Add" or "TryAdd" or "TryWrite" or "WriteAsync") || call.Argument(0) is not (Value.Lambda or Value.Local { Variable.IsDelegate: true }))
            return state;
        var work = Evaluate(call.Argument(0), ref state);
        var effects = new List<Effect>();
        foreach (var target in work.Delegates)
            if (target.IsClosure && asked.Of(target.BodyId) is { } summary)
                effects.AddRange(Captured(Expand(summary.Effects, new Renaming(this, summary, target.Receiver, target.IsClosure, [], call, state) { Frame = target.Frame, IsStart = true })));

        // Which delegate a parameter is, the caller knows.
        foreach (var path in work.Objects)
            if (path is { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } parameter } && body.Parameters.Contains(parameter))
                effects.Add(new(path, AccessKind.None, Locks.LockSet.Empty, new(body.FilePath, call.NameSpan), body.DisplayName, body.Id) { IsInvocation = true });
        return effects.All(static effect => effect.IsSignal) ? state : GoLive(QueuedAt(call.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), new(body.FilePath, call.NameSpan), body.DisplayName, effects), state);
    }

    /// <summary>A delegate of ours that a callee has put into a queue.</summary>
    private Fork? ImportQueued(Fork leaked, Renaming renaming, Call call)
    {
        var effects = new List<Effect>();
        foreach (var queued in leaked.Effects)
            foreach (var effect in Expand(ImmutableArray.Create(queued), renaming))
                if (effect.IsInvocation ? IsHandedOn(queued, effect, renaming) : Captured([effect]).Any())
                    effects.Add(effect);
        return effects.All(static effect => effect.IsSignal) ? null : QueuedAt(call.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ">" + leaked.Id, leaked.Place, leaked.MemberName, effects);
    }

    /// <summary>A parameter of ours as it is; one that is run inside of another delegate may have its end told by that.</summary>
    private bool IsHandedOn(Effect queued, Effect effect, Renaming renaming) =>
        queued is { IsInvocation: true, Path.RootField: { } given } && effect.Path is { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } parameter } && body.Parameters.Contains(parameter) && renaming.Argument(given).Objects.Contains(effect.Path);

    private Fork QueuedAt(string id, Place place, string memberName, List<Effect> effects)
    {
        var fork = ForkAt(id, ForkKind.Queued, place, memberName);
        fork.Effects = OncePerPlace(effects);
        return fork;
    }

    /// <summary>The variables themselves, and the signals that tell of the delegate's end.</summary>
    private IEnumerable<Effect> Captured(IEnumerable<Effect> effects) =>
        effects.Where(effect => effect.IsSignal || effect is { IsInvocation: false, Path: { Root: RootKind.Local, Steps.IsEmpty: true } } && !IsForeign(effect.Path));

    /// <summary>Who waits for anything afterwards, or empties the queue, may well have waited for what was put in.</summary>
    private State AfterQueue(Call call, State state)
    {
        if (state.Live.IsEmpty || !Array.Exists(s_ends, end => call.Method.Name.IndexOf(end, StringComparison.Ordinal) >= 0))
            return state;
        return state.Without(state.Live.Values.Select(static running => running.Fork).Where(static fork => fork.Kind == ForkKind.Queued));
    }
}
