using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>Which calls make a task whose end somebody should see.</summary>
internal sealed class TaskMakers(ProgramIndex program)
{
    private const int MaxDepth = 4;

    // Recorders of mocking libraries: calls on what they return, or in the lambda they take, describe a call and make none.
    private static readonly HashSet<string> s_recorders = new(StringComparer.Ordinal)
    {
        "Received", "ReceivedWithAnyArgs", "DidNotReceive", "DidNotReceiveWithAnyArgs", "InOrder", "When", "WhenForAnyArgs", "Setup", "Verify", "CallTo",
    };

    private readonly Faults _faults = new(program);

    public bool Makes(Call call, BodyFacts body, HandleUses uses)
    {
        if (!MakesTask(call) || IsRecorded(call, body, uses))
            return false;
        if (Role(call) == MemberRole.Continuation)
            return !HandlesItself(call, 0) && !CannotFail(call.Receiver, uses) && !_faults.AreHandledByContinuation(call);
        return !HandlesItself(call, 0);
    }

    /// <summary><c>xs.Select(x => SaveAsync(x))</c>: a sequence of tasks.</summary>
    public bool MakesSeveral(Call call) =>
        Role(call) == MemberRole.Map && call.Arguments.Any(argument => argument.Value switch
        {
            Value.Lambda lambda => program.Body(lambda.BodyId) is { ReturnsAwaitable: true } body && !IsOnlyStored(body, 0),
            Value.MethodGroup group => group.Method.ReturnsAwaitable,
            _ => false,
        });

    /// <summary><c>Task.Factory.StartNew(async () => …)</c>: awaiting it waits for the first await inside.</summary>
    public bool MakesNested(Call call) =>
        call.Method.Name == "StartNew" && Role(call) == MemberRole.SpawnTask && call.Arguments.Length > 0 && call.Argument(0) switch
        {
            Value.Lambda lambda => program.Body(lambda.BodyId) is { ReturnsAwaitable: true },
            Value.MethodGroup group => group.Method.ReturnsAwaitable,
            _ => false,
        };

    private MemberRole Role(Call call) => program.Knowledge.RoleOf(call.Method.Key);

    public bool MakesTask(Call call)
    {
        if (call.IsConstruction)
            return Role(call) == MemberRole.TaskCreate;
        if (call.Method.Name.StartsWith("get_", StringComparison.Ordinal))
            return false;
        if (Role(call) is MemberRole.CompletedTask or MemberRole.SameHandle or MemberRole.SameObject or MemberRole.AtomicRead or MemberRole.AtomicWrite or MemberRole.AtomicUpdate)
            return false;
        if (call.Arguments.Any(static argument => argument.Value is Value.Constant { EnumMember: "FireAndForget" or "NoWait" }))
            return false;
        return call.Method.ReturnsAwaitable || call.IsDelegateCall;
    }

    /// <summary>The work sees to its own failures, so nothing is lost when nobody looks.</summary>
    private bool HandlesItself(Call call, int depth)
    {
        if (depth > MaxDepth)
            return false;
        if (Role(call) is MemberRole.SpawnTask or MemberRole.TaskCreate or MemberRole.Continuation && call.Arguments.Length > 0 && _faults.AreHandledBy(call.Argument(0)))
            return true;
        var targets = call.IsDelegateCall && call.Receiver is Value.Lambda local
            ? ImmutableArray.Create(local.BodyId)
            : call.Method.IsSource ? program.Targets(call.Method) : ImmutableArray<string>.Empty;
        return targets.Length > 0 && targets.All(target => program.Body(target) is { } body
            && (body.IsAsync ? _faults.AreHandledBy(body) : IsOnlyStored(body, depth)));
    }

    /// <summary>A body that is not async and returns only tasks that others hold or gave to it, that are complete, or that handle themselves.</summary>
    private bool IsOnlyStored(BodyFacts body, int depth)
    {
        if (body.IsAsync)
            return _faults.AreHandledBy(body);
        Dictionary<int, Call>? calls = null;
        var any = false;
        foreach (var node in body.Root.All())
        {
            if (node is not Jump { Kind: JumpKind.Return } jump)
                continue;
            any = true;
            calls ??= body.Root.All().OfType<Call>().ToDictionary(static call => call.Number);
            if (!IsHeld(jump.Value, body, calls, depth))
                return false;
        }

        return any;
    }

    private bool IsHeld(Value value, BodyFacts body, Dictionary<int, Call> calls, int depth) => value switch
    {
        Value.Field => true,
        Value.Element => true,
        Value.Local local => body.Parameters.Contains(local.Variable),
        Value.Either either => either.Options.Any(static option => option is Value.Field) || either.Options.All(option => IsHeld(option, body, calls, depth)),
        Value.CallResult result when calls.TryGetValue(result.Node, out var call) => Role(call) == MemberRole.CompletedTask
            || call.Method.Name.StartsWith("get_", StringComparison.Ordinal)
            || call.IsConstruction && call.Arguments.IsEmpty
            || MakesTask(call) && HandlesItself(call, depth + 1),
        _ => false,
    };

    /// <summary>A completed task or a delay: continuing it without a look at its end loses nothing.</summary>
    private bool CannotFail(Value? antecedent, HandleUses uses) => antecedent is Value.CallResult result && uses.CallOf(result.Node) is { } call
        && (Role(call) == MemberRole.CompletedTask || call.Method.Key is "System.Threading.Tasks.Task.Delay" || HandlesItself(call, 0));

    private static bool IsRecorded(Call call, BodyFacts body, HandleUses uses)
    {
        for (var receiver = call.Receiver; receiver is Value.CallResult result && uses.CallOf(result.Node) is { } made; receiver = made.Receiver)
            if (s_recorders.Contains(made.Method.Name))
                return true;
        for (var current = body; current is { IsNested: true }; current = uses.Body(current.EnclosingId!))
            if (uses.ConsumerOf(current.Id) is { } consumer && s_recorders.Contains(consumer.Method.Name))
                return true;
        return false;
    }
}
