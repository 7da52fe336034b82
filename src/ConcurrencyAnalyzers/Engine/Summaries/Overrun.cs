using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Whether a periodic callback may still be at work when its next run is due: it waits for something, and does not
/// keep the next run away by itself (stopping the timer, a flag, a gate).
/// </summary>
/// <param name="isShort">The next run is due within a second: what another's code does meanwhile, behind an interface, may take as long.</param>
internal sealed class Overrun(ProgramIndex program, bool isShort)
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
            if (node is Call call && (isShort && IsForeign(call) || program.Knowledge.RoleOf(call.Method.Key) == MemberRole.Blocking || IsLong(call) || program.Targets(call.Method).Select(program.Body).OfType<BodyFacts>().Any(callee => Waits(callee, depth + 1))))
                return true;
        }

        return false;
    }

    /// <summary>More than a question or a word for the log, and nobody knows who answers.</summary>
    private bool IsForeign(Call call) =>
        call is { Method: { IsSource: true, IsDispatched: true }, IsDelegateCall: false } && !call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && !call.Method.Name.StartsWith("set_", StringComparison.Ordinal)
        && call.Method.TypeId.IndexOf("Log", StringComparison.Ordinal) < 0 && !Array.Exists(s_words, word => call.Method.Name.StartsWith(word, StringComparison.Ordinal)) && program.Targets(call.Method).Concat(program.OverridesOf(call.Method.Id)).All(id => program.Body(id) is null or { Root: Sequence { Nodes.IsEmpty: true } });

    private static readonly string[] s_words = ["Log", "Trace", "Debug", "Info", "Warn", "Error", "Is", "Has", "Can", "Get", "On", "Record", "Report", "Increment", "Set", "Now"];

    private bool IsLong(Call call) => !call.Method.IsSource
        && program.Knowledge.Costs.Of(call.Method.Key, call.Method.TypeId.Length > 2 ? call.Method.TypeId.Substring(2) : "", call.Method.ReceiverTypeId) is { Shape: CostShape.Wait, Units: >= LongWait };
}
