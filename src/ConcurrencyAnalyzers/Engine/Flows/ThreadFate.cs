using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Flows;

internal enum ThreadStep
{
    Started,

    /// <summary>Waited for, or asked whether it has ended.</summary>
    Joined,

    /// <summary>Waited for at most some time, and nobody looks whether that was enough.</summary>
    JoinedInVain,

    /// <summary>Its result as a process is read: the exit code.</summary>
    ResultRead,
    MadeBackground,

    /// <summary>Handed to code that we do not judge.</summary>
    Escaped,
}

/// <param name="Use">Where the step counts as taken: inside a lambda or a method that is given the handle, the call that is given it.</param>
/// <param name="Where">Where it stands in source, as far as it is in the same member.</param>
internal sealed record ThreadStepTaken(ThreadStep Step, HandleUse Use, HandleUses Uses, HandleUse Where);

/// <summary>What happens to a thread or process, over all members that can name it.</summary>
internal sealed class ThreadFate
{
    // Results that are no items.
    private static readonly HashSet<string> s_blind = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "All", "Any", "Clear", "Contains", "Count", "ForEach", "IndexOf", "Insert", "Remove", "RemoveAll", "RemoveAt", "TryAdd", "get_Capacity", "get_Count", "set_Item",
    };

    private readonly ProgramUses _program;
    private readonly HashSet<Followed> _seen = [];

    private sealed record Followed(HandleUses Uses, Value Value);

    private ThreadFate(ProgramUses program) => _program = program;

    public List<ThreadStepTaken> Steps { get; } = [];

    /// <summary>The local or field that names one thread; null where it has no name.</summary>
    public FieldFacts? Holder { get; private set; }

    /// <summary>The array or collection of several.</summary>
    public FieldFacts? Group { get; private set; }

    /// <summary>Some use was seen: a value without one went where nothing follows it.</summary>
    public bool IsUsed { get; private set; }

    public bool Has(ThreadStep step) => Steps.Any(entry => entry.Step == step);

    public static ThreadFate Of(Value made, HandleUses uses, ProgramUses program)
    {
        var fate = new ThreadFate(program);
        fate.Collect(made, uses, 0, null);
        return fate;
    }

    /// <param name="at">Where the steps inside a callee count as taken; null inside the member itself.</param>
    private void Collect(Value value, HandleUses uses, int depth, HandleUse? at)
    {
        if (!_seen.Add(new(uses, value)))
            return;
        foreach (var use in uses.Of(value))
        {
            IsUsed = true;
            switch (use.Kind)
            {
                case UseKind.Receiver:
                    Received(use, uses, depth, at);
                    break;
                case UseKind.Argument:
                    Passed(use, uses, depth, at);
                    break;
                case UseKind.Stored:
                    Stored(use, uses, depth, at);
                    break;
                case UseKind.Contained:
                    Collect(use.Target, uses, depth, at);
                    break;
                case UseKind.Returned when use.Body.IsNested && uses.ConsumerOf(use.Body.Id) is { } consumer && IsPassedOn(consumer):
                    Collect(new Value.CallResult(consumer.Number), uses, depth, at);
                    break;
                case UseKind.Dropped or UseKind.Discarded:
                    break;
                default:
                    Add(ThreadStep.Escaped, use, uses, at);
                    break;
            }
        }
    }

    private void Stored(HandleUse use, HandleUses uses, int depth, HandleUse? at)
    {
        switch (use.Target)
        {
            case Value.Local local:
                if (use.Node is Bind && !use.OfItem && depth == 0)
                    Name(local.Variable);
                Collect(local, uses, depth, at);
                break;
            case Value.Element { Container: Value.Local container } when !uses.IsParameter(container.Variable):
                Group ??= container.Variable;
                Collect(container, uses, depth, at);
                break;
            case Value.Element { Container: Value.Field field }:
                Group ??= field.Facts;
                InField(field.Facts, use, uses, at);
                break;
            case Value.Field field:
                Holder ??= field.Facts;
                InField(field.Facts, use, uses, at);
                break;
            default:
                Add(ThreadStep.Escaped, use, uses, at);
                break;
        }
    }

    /// <summary>A local that holds what a selection or array made is the name of a group.</summary>
    private void Name(FieldFacts variable)
    {
        if (variable.TypeId is "T:System.Threading.Thread" or "T:System.Diagnostics.Process")
            Holder ??= variable;
        else
            Group ??= variable;
    }

    private void InField(FieldFacts field, HandleUse use, HandleUses uses, HandleUse? at)
    {
        if (field.IsExternallyVisible)
        {
            Add(ThreadStep.Escaped, use, uses, at);
            return;
        }

        foreach (var member in _program.OfField(field))
            Collect(new Value.Field(null, field), member, 0, null);
    }

    private void Received(HandleUse use, HandleUses uses, int depth, HandleUse? at)
    {
        var call = use.Call!;
        switch (call.Method.Name)
        {
            case "Start" or "UnsafeStart":
                Add(ThreadStep.Started, use, uses, at);
                break;
            case "Join" or "WaitForExit":
                Add(call.Arguments.Length > 0 && IsDropped(call, uses) ? ThreadStep.JoinedInVain : ThreadStep.Joined, use, uses, at);
                break;
            case "get_IsAlive" or "get_ThreadState" or "WaitForExitAsync" or "get_HasExited" or "add_Exited" or "set_EnableRaisingEvents" or "WaitForInputIdle" or "Kill":
                Add(ThreadStep.Joined, use, uses, at);
                break;
            case "get_ExitCode" or "get_ExitTime" or "get_TotalProcessorTime":
                Add(ThreadStep.ResultRead, use, uses, at);
                break;
            case "set_IsBackground":
                if (call.Argument(0) is not Value.Constant { Text: "False" })
                    Add(ThreadStep.MadeBackground, use, uses, at);
                break;
            default:
                if (IsOfCollection(call))
                    InCollection(use, uses, depth, at);
                else if (!IsConfiguration(call))
                    Add(ThreadStep.Escaped, use, uses, at);
                break;
        }
    }

    private void InCollection(HandleUse use, HandleUses uses, int depth, HandleUse? at)
    {
        var call = use.Call!;
        if (!s_blind.Contains(call.Method.Name))
            Collect(new Value.CallResult(call.Number), uses, depth, at);
        Given(call, use, uses, depth, at);
    }

    /// <summary>A lambda that is given the items: <c>threads.ForEach(t => t.Join())</c>.</summary>
    private void Given(Call call, HandleUse use, HandleUses uses, int depth, HandleUse? at)
    {
        foreach (var argument in call.Arguments)
        {
            switch (argument.Value)
            {
                case Value.Lambda lambda when uses.Body(lambda.BodyId) is { Parameters.Length: > 0 } body:
                    Collect(new Value.Local(body.Parameters[0]), uses, depth, at ?? use);
                    break;
                case Value.MethodGroup group:
                    Inside(group.Method, 0, use, uses, depth, at);
                    break;
            }
        }
    }

    private void Passed(HandleUse use, HandleUses uses, int depth, HandleUse? at)
    {
        var call = use.Call!;
        if (call.Receiver is not null && IsOfCollection(call))
        {
            switch (call.Receiver)
            {
                case Value.Local local when !uses.IsParameter(local.Variable):
                    Group ??= local.Variable;
                    Collect(local, uses, depth, at);
                    break;
                case Value.Field field:
                    Group ??= field.Facts;
                    InField(field.Facts, use, uses, at);
                    break;
                case Value.CallResult or Value.Items:
                    Collect(call.Receiver, uses, depth, at);
                    break;
                default:
                    Add(ThreadStep.Escaped, use, uses, at);
                    break;
            }
        }
        else if (IsPassedOn(call) || call.IsConstruction && IsOfCollection(call) || call.Method.TypeId == "T:System.Array")
        {
            InCollection(use, uses, depth, at);
        }
        else
        {
            Inside(call.Method, use.Ordinal, use, uses, depth, at);
        }
    }

    /// <summary>What a method of this compilation does with a parameter.</summary>
    private void Inside(MethodFacts method, int ordinal, HandleUse use, HandleUses uses, int depth, HandleUse? at)
    {
        if (depth < 3 && _program.Program.Targets(method) is [var target] && _program.Program.Body(target) is { } body
            && ordinal >= 0 && ordinal < body.Parameters.Length && _program.Of(body.MemberId) is { } inside)
            Collect(new Value.Local(body.Parameters[ordinal]), inside, depth + 1, at ?? use);
        else if (method.Name == "Join" && method.TypeId == "T:System.Threading.Thread")
            Add(ThreadStep.Joined, use, uses, at);
        else
            Add(ThreadStep.Escaped, use, uses, at);
    }

    private void Add(ThreadStep step, HandleUse use, HandleUses uses, HandleUse? at) => Steps.Add(new(step, at ?? use, uses, at is null || at.Body.MemberId == use.Body.MemberId ? use : at));

    private static bool IsDropped(Call call, HandleUses uses) => uses.Of(new Value.CallResult(call.Number)).Any(static use => use.Kind is UseKind.Dropped);

    private bool IsPassedOn(Call call) => call.Method.TypeId == "T:System.Linq.Enumerable" || call.Method.Name == "ConvertAll"
        || _program.Program.Knowledge.RoleOf(call.Method.Key) == MemberRole.SameObject;

    private static bool IsOfCollection(Call call) => call.Method.TypeId.StartsWith("T:System.Collections.", StringComparison.Ordinal);

    /// <summary>Names, priorities, redirections: nothing that waits or hands on.</summary>
    private static bool IsConfiguration(Call call) => call.Method.TypeId is "T:System.Threading.Thread" or "T:System.Array" or "T:System.Diagnostics.Process" or "T:System.ComponentModel.Component";
}
