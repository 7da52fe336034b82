using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// What an observer does before it subscribes itself: nothing notifies it yet, and it has started nothing, so that nobody is
/// in it but who sets it up.
/// </summary>
internal static class SetUp
{
    /// <summary>Where the body first hands the object, or something to run, to anybody; null where it is not one that subscribes its object.</summary>
    public static int? EndOf(ProgramIndex program, BodyFacts body)
    {
        if (body.IsNested || body.Kind != BodyKind.Method || body.DisplayName is "OnNext" or "OnError" or "OnCompleted" || program.Type(body.TypeId)?.Bases.Contains("T:System.IObserver`1") != true)
            return null;
        var handing = body.Root.All().OfType<Call>().Where(call => Steps(program, call).Any(Hands)).ToArray();
        return handing.Any(call => Steps(program, call).Any(Subscribes)) ? handing.Min(static call => call.Span.Start) : null;
    }

    /// <summary>The call, and those that its own helper makes.</summary>
    private static IEnumerable<Call> Steps(ProgramIndex program, Call call) => call.Receiver is Value.ThisValue
        ? program.Targets(call.Method).Select(program.Body).OfType<BodyFacts>().SelectMany(static helper => helper.Root.All()).OfType<Call>().Prepend(call)
        : [call];

    private static bool Hands(Call call) => call.Arguments.Any(static argument => argument.Value is Value.ThisValue or Value.Lambda or Value.MethodGroup);

    private static bool Subscribes(Call call) => call.Method.Name.StartsWith("Subscribe", StringComparison.Ordinal) && call.Arguments.Any(static argument => argument.Value is Value.ThisValue);

    /// <summary>Whether the access, or the call that leads to it, stands before that in the body.</summary>
    public static bool IsBefore(Effect effect, BodyFacts body, int? end)
    {
        if (end is not { } handed || effect.InLoop)
            return false;
        var step = effect.Trace.IsEmpty ? effect.Place : effect.Trace[0];
        return step.FilePath == body.FilePath && body.Span.Contains(step.Span) && step.Span.End <= handed;
    }
}
