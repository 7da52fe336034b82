using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    /// <summary>A scheduler of the user's own may run one task at a time; only the default one is known to run many.</summary>
    /// <returns>Empty where tasks run side by side, the scheduler's key where they follow one another, null where nothing is known.</returns>
    private string? SeriesOf(Call call, ref State state)
    {
        if (!call.Method.Id.Contains("System.Threading.Tasks.TaskScheduler"))
            return call.Receiver is not null && Evaluate(call.Receiver, ref state).Objects.Any(asked.HasScheduler) ? null : "";
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is Value.CallResult result && _schedulers.Contains(result.Node))
                return "";
            if (Evaluate(argument.Value, ref state).Single is { Steps: [.., { Field: { OwnerId: "T:System.Threading.Tasks.ConcurrentExclusiveSchedulerPair" } part }] } scheduler)
                return part.Name == "ExclusiveScheduler" ? scheduler.Key : "";
        }

        return null;
    }

    /// <summary>Continuations that one field's scheduler runs follow one another, as far as anybody says: it is there to bring order.</summary>
    private string SeriesOfContinuation(Call call, ref State state)
    {
        if (!call.Method.Id.Contains("System.Threading.Tasks.TaskScheduler"))
            return "";
        if (SeriesOf(call, ref state) is { } known)
            return known;
        foreach (var argument in call.Arguments)
            if (Evaluate(argument.Value, ref state).Single is { Storage.TypeId: "T:System.Threading.Tasks.TaskScheduler" } scheduler)
                return scheduler.Key;
        return "";
    }
}
