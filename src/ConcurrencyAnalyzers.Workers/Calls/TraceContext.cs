using System.Diagnostics;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>The activity of a job that belongs to a trace, until it is disposed of.</summary>
internal sealed class JobTrace(Activity activity) : IDisposable
{
    public void SetFailed(string message) => activity.SetStatus(ActivityStatusCode.Error, message);

    public void Dispose() => activity.Dispose();
}

/// <summary>
/// The trace that a call belongs to, in the form of W3C trace context with its baggage: an empty text when there is
/// none, else the parent's id, the trace state and the pairs.
/// </summary>
internal static class TraceContext
{
    private const string JobActivity = "ConcurrencyAnalyzers.Workers.Job";
    private const int MostBaggage = 64;

    public static void WriteNone(FrameBuffer buffer) => buffer.WriteText("");

    public static void Write(FrameBuffer buffer, Activity? activity)
    {
        if (activity?.Id is not { } id || activity.IdFormat != ActivityIdFormat.W3C)
        {
            WriteNone(buffer);
            return;
        }
        buffer.WriteText(id);
        buffer.WriteText(activity.TraceStateString);
        var start = buffer.BeginBlock();
        foreach (var (name, value) in activity.Baggage.Take(MostBaggage))
        {
            buffer.WriteText(name);
            buffer.WriteText(value);
        }
        buffer.EndBlock(start);
    }

    /// <summary>
    /// Starts an activity of this process under the caller's, which is then <see cref="Activity.Current"/>, so that what the job
    /// logs and calls belongs to the same trace. <see langword="null"/> when the caller has none.
    /// </summary>
    public static JobTrace? Continue(ref PayloadReader payload, string method)
    {
        var id = payload.ReadText();
        return id.Length == 0 ? null : new JobTrace(Continue(ref payload, method, id));
    }

    // On its own, for what it names is loaded when it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Activity Continue(ref PayloadReader payload, string method, string id)
    {
        var state = payload.ReadText();
        var baggage = new PayloadReader(payload.ReadBlock());
        var activity = WorkerTelemetry.Source.HasListeners() && ActivityContext.TryParse(id, state, isRemote: true, out var parent)
            ? WorkerTelemetry.Source.CreateActivity($"job {method}", ActivityKind.Server, parent)
            : null;
        if (activity is null)
        {
            activity = new Activity(JobActivity).SetParentId(id);
            activity.TraceStateString = state.Length == 0 ? null : state;
        }
        while (baggage.Remaining > 0)
            activity.AddBaggage(baggage.ReadText(), baggage.ReadText());
        return activity.Start();
    }
}
