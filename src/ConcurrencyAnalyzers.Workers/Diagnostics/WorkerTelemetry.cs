using System.Diagnostics;
using ConcurrencyAnalyzers.Workers.Calls;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>The names under which pools can be observed, and the activities of calls. Costs next to nothing while nobody listens.</summary>
internal static class WorkerTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the meter.</summary>
    public const string Name = "ConcurrencyAnalyzers.Workers";

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Starts the activity of a call without making it the caller's current one: it ends on another thread.</summary>
    public static Activity? StartCall(WorkerMethod method)
    {
        if (!Source.HasListeners())
            return null;
        var current = Activity.Current;
        var activity = Source.StartActivity($"run {method.DisplayName}", ActivityKind.Client);
        activity?.SetTag("worker.method", method.DisplayName);
        Activity.Current = current;
        return activity;
    }

    /// <summary>Ends the activity of a call; the current activity of this thread stays what it is.</summary>
    public static void EndCall(Activity? activity, Exception? error, int? processId)
    {
        if (activity is null)
            return;
        var current = Activity.Current;
        if (processId is { } id)
            activity.SetTag("worker.process.id", id);
        if (error is not null)
        {
            activity.SetTag("error.type", error.GetType().FullName);
            activity.SetStatus(ActivityStatusCode.Error, error.Message);
        }
        activity.Dispose();
        Activity.Current = current;
    }
}
