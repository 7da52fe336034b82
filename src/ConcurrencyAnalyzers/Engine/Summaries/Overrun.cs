using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Whether a periodic callback may still be at work when its next run is due: it waits for something, and does not
/// keep the next run away by itself (stopping the timer, a flag, a gate).
/// </summary>
internal sealed class Overrun(ProgramIndex program)
{
    private const int MaxDepth = 3;

    /// <summary>Units of a call, as <c>costs.txt</c> counts them, from which on it takes long.</summary>
    private const double LongWait = 100_000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public bool IsPossible(string bodyId) => program.Body(bodyId) is { } body && !KeepsAway(body, 0) && Waits(body, 0);

    private bool KeepsAway(BodyFacts body, int depth)
    {
        var nodes = body.Root.All().ToArray();
        return nodes.OfType<Call>().Any(call => IsGate(call) || depth == 0 && program.Targets(call.Method).Select(program.Body).OfType<BodyFacts>().Any(callee => KeepsAway(callee, depth + 1)))
            || nodes.OfType<Access>().Any(flag => IsFlag(flag, AccessKind.Test) && nodes.OfType<Access>().Any(set => IsFlag(set, AccessKind.Constant) && set.Place.Equals(flag.Place)));
    }

    private bool IsGate(Call call) =>
        program.Knowledge.RoleOf(call.Method.Key) is MemberRole.TimerChange or MemberRole.LockTry or MemberRole.LockWait
        || call.Method.Key is "System.Threading.Interlocked.Exchange" or "System.Threading.Interlocked.CompareExchange" or "System.Timers.Timer.Stop" or "System.Timers.Timer.set_Enabled" or "System.Timers.Timer.Start" or "System.Threading.Timer.Dispose";

    private static bool IsFlag(Access access, AccessKind kind) => (access.Kind & kind) != 0 && access.Place is Value.Field { Facts.IsBool: true };

    private bool Waits(BodyFacts body, int depth)
    {
        if (depth > MaxDepth || !_seen.Add(body.Id))
            return false;
        foreach (var node in body.Root.All())
        {
            if (node is Await)
                return true;
            if (node is Call call && (program.Knowledge.RoleOf(call.Method.Key) == MemberRole.Blocking || IsLong(call) || program.Targets(call.Method).Select(program.Body).OfType<BodyFacts>().Any(callee => Waits(callee, depth + 1))))
                return true;
        }

        return false;
    }

    private static bool IsLong(Call call) => !call.Method.IsSource
        && CallCosts.Bcl.Of(call.Method.Key, call.Method.TypeId.Length > 2 ? call.Method.TypeId.Substring(2) : "", call.Method.ReceiverTypeId) is { Shape: CostShape.Wait, Units: >= LongWait };
}
