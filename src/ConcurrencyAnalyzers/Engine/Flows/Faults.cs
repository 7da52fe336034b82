using System.Globalization;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>Who deals with the failure of a piece of work: the work itself, or a continuation.</summary>
internal sealed class Faults(ProgramIndex program)
{
    // TaskContinuationOptions
    private const int NotOnRanToCompletion = 0x10000;
    private const int NotOnFaulted = 0x20000;

    private const int MaxDepth = 2;

    /// <summary>A try that catches everything holds all awaits, and all calls from there on but for log lines: only what prepares the work can throw.</summary>
    public bool AreHandledBy(BodyFacts body) => AreHandledBy(body, 0);

    private bool AreHandledBy(BodyFacts body, int depth)
    {
        var guarded = false;
        return IsGuarded(body.Root, ref guarded, depth) && guarded;
    }

    /// <summary>The work that a value names (a lambda, a method) handles its own failures.</summary>
    public bool AreHandledBy(Value work) => BodyOf(work) is { } body && AreHandledBy(body);

    public BodyFacts? BodyOf(Value work) => work switch
    {
        Value.Lambda lambda => program.Body(lambda.BodyId),
        Value.MethodGroup group => program.Targets(group.Method) is [var target] ? program.Body(target) : null,
        _ => null,
    };

    /// <summary>A continuation that runs on failure, or looks at how its antecedent ended.</summary>
    public bool AreHandledByContinuation(Call continuation)
    {
        var options = continuation.Arguments.Select(static argument => argument.Value).OfType<Value.Constant>()
            .Select(static constant => int.TryParse(constant.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (options.Any(static option => (option & NotOnRanToCompletion) != 0 && (option & NotOnFaulted) == 0))
            return true;
        if (BodyOf(continuation.Argument(0)) is not { } body)
            return true;
        return body.Parameters.Length > 0
            && new HandleUses(program.BodiesOf(body.MemberId)).Of(new Value.Local(body.Parameters[0])).Any(LooksAtTheEnd);
    }

    private static bool LooksAtTheEnd(HandleUse use) =>
        use is not { Kind: UseKind.Receiver, Call.Method.Name: "get_IsCompleted" or "get_Id" or "get_AsyncState" or "ToString" };

    private bool IsGuarded(Node node, ref bool guarded, int depth)
    {
        switch (node)
        {
            case TryNode { CatchesAll: true }:
                guarded = true;
                return true;
            case Await await when await.Operand is not (Value.CallResult or Value.UnknownValue):
                return false;
            case Call call when !IsHarmless(call):
                if (depth >= MaxDepth || !call.Method.IsSource || program.Targets(call.Method) is not [var target] || program.Body(target) is not { } callee || !AreHandledBy(callee, depth + 1))
                    return !guarded && !call.Method.ReturnsAwaitable;
                guarded = true;
                return true;
        }

        foreach (var child in node.Children())
            if (!IsGuarded(child, ref guarded, depth))
                return false;
        return true;
    }

    private static bool IsHarmless(Call call) =>
        call.Method.Name.StartsWith("get_", StringComparison.Ordinal) || call.Method.Name.StartsWith("set_", StringComparison.Ordinal)
        || call.Method.Name.StartsWith("Log", StringComparison.Ordinal) || call.Method.Name.StartsWith("Write", StringComparison.Ordinal)
        || call.Method.Name is "Delay" or "Yield" or "ConfigureAwait" or "WaitForNextTickAsync"
        || call.Method.TypeId is "T:System.Threading.Interlocked" or "T:System.Threading.Volatile" or "T:System.Diagnostics.Stopwatch";
}
