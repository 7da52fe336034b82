using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>Whether the program runs out after a point: background threads are cut off then.</summary>
internal sealed class EntryReach(ProgramUses program)
{
    private const int MaxDepth = 4;

    private static readonly HashSet<string> s_staying = new(StringComparer.Ordinal) { "ReadLine", "ReadKey", "Read", "Run", "RunAsync", "Sleep", "Delay", "WaitForShutdown", "WaitForShutdownAsync", "WaitOne", "Wait", "WaitAsync", "Join", "SpinUntil" };

    /// <summary>From there to the end of the program, nothing waits: the body is the entry point, or called by it in sequence.</summary>
    public bool EndsAfter(BodyFacts body, int position, Func<BodyFacts, BodyOrder> orderOf) => EndsAfter(body, position, orderOf, 0);

    private bool EndsAfter(BodyFacts body, int position, Func<BodyFacts, BodyOrder> orderOf, int depth)
    {
        if (depth > MaxDepth || body.Kind == BodyKind.Lambda || Stays(orderOf(body), position))
            return false;
        if (IsEntry(body))
            return true;
        var callers = program.CallsOf(body.Id);
        return callers.Count > 0 && callers.All(caller => EndsAfter(caller.Body, caller.Position, orderOf, depth + 1));
    }

    private static bool IsEntry(BodyFacts body) => body.Kind == BodyKind.TopLevel || body is { Kind: BodyKind.Method, IsStatic: true, DisplayName: "Main" };

    private bool Stays(BodyOrder order, int position)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = position + 1; next < order.Nodes.Count; next++)
            if (Stays(order.Nodes[next], seen))
                return true;
        return order.LoopsAround(position).Any(static loop => loop.Trips.IsInfinite);
    }

    private bool Stays(Node node, HashSet<string> seen) => node switch
    {
        Await or Loop { Trips.IsInfinite: true } => true,
        Call { Method.IsSource: false, IsDelegateCall: false } call => s_staying.Contains(call.Method.Name),
        Call { IsDelegateCall: false } call => program.Program.Targets(call.Method).Where(seen.Add).Select(program.Program.Body).OfType<BodyFacts>()
            .Any(callee => callee.Root.All().Any(inner => Stays(inner, seen))),
        _ => false,
    };
}
