using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Code that asks which thread it is on: what it does then, it does because that thread may.</summary>
internal sealed partial class BodyInterpreter
{
    private static readonly HashSet<string> s_threadIdentity = new(StringComparer.Ordinal)
    {
        "System.Threading.Thread.get_CurrentThread", "System.Threading.Thread.get_ManagedThreadId", "System.Environment.get_CurrentManagedThreadId",
        "System.Threading.ThreadLocal`1.get_Value", "System.Threading.SynchronizationContext.get_Current", "System.Threading.Tasks.TaskScheduler.get_Current",
    };

    /// <summary><c>if (CheckAccess()) act(); else post(act);</c>: a thread of its own stands for the lock that has no name.</summary>
    private bool AsksForThread(Branch branch) => branch.Arms.Length == 2 && branch.Condition.All().OfType<Call>().Any(call => IsThreadIdentity(call, followed: true));

    private bool IsThreadIdentity(Call call, bool followed)
    {
        if (s_threadIdentity.Contains(call.Method.Key) || call.Method.Name is "get_InvokeRequired" or "CheckAccess" or "get_HasThreadAccess")
            return true;
        return followed && call is { Method: { IsSource: true, ReturnTypeId: "T:System.Boolean" }, Arguments.IsEmpty: true }
            && asked.Targets(call.Method).Any(target => asked.Body(target) is { } called && called.Root.All().OfType<Call>().Any(inner => IsThreadIdentity(inner, followed: false)));
    }
}
