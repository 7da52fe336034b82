using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>Names flows of control in words.</summary>
internal static class FlowText
{
    public static Flow Of(Fork fork)
    {
        var many = fork.IsSelfParallel || fork.Concurrent.ContainsKey(fork.Id);
        var where = " started in " + NameOf(fork.MemberName);
        return new(fork.Kind switch
        {
            ForkKind.Thread => (many ? "threads" : "the thread") + where,
            ForkKind.Task => (many ? "tasks" : "the task") + where,
            ForkKind.PoolItem => (many ? "work items" : "the work item") + " queued in " + NameOf(fork.MemberName),
            ForkKind.ParallelLoop => "parallel iterations" + where,
            ForkKind.ParallelInvoke => "a parallel action" + where,
            ForkKind.Timer => "the timer callback" + where,
            ForkKind.Request => "requests to the endpoint mapped in " + NameOf(fork.MemberName),
            ForkKind.Block => "the dataflow block made in " + NameOf(fork.MemberName),
            ForkKind.Callback => "the callback registered in " + NameOf(fork.MemberName),
            ForkKind.Factory => "the factory given in " + NameOf(fork.MemberName) + ", which every thread runs",
            ForkKind.AsyncCall => (many ? "async calls" : "the async call") + where,
            ForkKind.Continuation => "the continuation added in " + NameOf(fork.MemberName),
            _ => "the event handler added in " + NameOf(fork.MemberName),
        }, fork.Place);
    }

    public static Flow Rest(BodyFacts body) => new("the code that goes on in " + NameOf(body.DisplayName), null);

    private static string NameOf(string member) => member == "<Main>$" ? "the main program" : member;

    public static Flow Caller(string memberName) => new("callers of " + memberName, null);
}
