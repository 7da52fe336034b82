using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

internal enum TaskLoss
{
    /// <summary>An expression statement.</summary>
    Dropped,

    /// <summary>Kept in a local or a local collection that nothing waits for.</summary>
    Kept,

    /// <summary>Some path leaves without waiting.</summary>
    SomePaths,

    /// <summary>The local takes the next task before anything waited for this one.</summary>
    Replaced,

    /// <summary>Only the outer task of a task of a task is awaited.</summary>
    Inner,
    Continuation,
}

/// <summary>A call that makes a task whose end and failure nobody observes.</summary>
/// <param name="Place">The call, from its receiver to its name.</param>
/// <param name="Made">The name of what was called.</param>
/// <param name="Holder">The variable that holds the task, where there is one.</param>
/// <param name="Member">The member that makes it, as messages name it.</param>
/// <param name="LeavesAt">Where a path leaves without waiting.</param>
internal sealed record UnobservedTask(Place Place, TaskLoss Loss, string Made, string? Holder, string Member, Place? LeavesAt);

/// <summary>Finds tasks that nobody waits for: dropped, forgotten in a local, or missed on some way out.</summary>
internal static class UnobservedTasks
{
    public static ImmutableArray<UnobservedTask> Find(ProgramUses all)
    {
        var program = all.Program;
        var found = ImmutableArray.CreateBuilder<UnobservedTask>();
        var makers = new TaskMakers(program);
        foreach (var member in program.Relevant)
        {
            if (all.Of(member) is not { } uses)
                continue;
            var fate = new TaskFate(uses, program.Knowledge);
            foreach (var (call, body, _) in uses.Calls)
                if (Judge(call, body, uses, fate, makers, program) is { } loss)
                    found.Add(loss);
        }

        return found.OrderBy(static task => task.Place).ToImmutableArray();
    }

    private static UnobservedTask? Judge(Call call, BodyFacts body, HandleUses uses, TaskFate fate, TaskMakers makers, ProgramIndex program)
    {
        var result = new Value.CallResult(call.Number);
        var own = uses.Of(result);
        if (own.Count == 0)
            return null;
        var several = makers.MakesSeveral(call);
        if (several && call.Method.ReturnsAwaitable || !several && !makers.Makes(call, body, uses))
            return null;
        if (call.IsDelegateCall && !call.Method.ReturnsAwaitable && !own.Any(static use => use.Kind == UseKind.Dropped))
            return null;
        if (!fate.IsTakenCareOf(result))
        {
            var isContinuation = program.Knowledge.RoleOf(call.Method.Key) == Knowledge.MemberRole.Continuation;
            if (isContinuation && !OwnsAntecedent(call, uses, fate, makers))
                return null;
            var loss = isContinuation ? TaskLoss.Continuation : fate.HolderOf(result) is null ? TaskLoss.Dropped : TaskLoss.Kept;
            return Describe(loss, null);
        }

        if (several)
            return null;
        if (makers.MakesNested(call) && !InnerIsTakenCareOf(result, uses, fate))
            return Describe(TaskLoss.Inner, null);
        if (OpenPaths.Find(result, body, uses) is { } leaving)
            return Describe(leaving.Loss, leaving.At is { } at ? new Place(body.FilePath, at) : null);
        return null;

        UnobservedTask Describe(TaskLoss loss, Place? leavesAt) =>
            new(new(body.FilePath, call.NameSpan), loss, NameOf(call, several, program), fate.HolderOf(result), body.DisplayName, leavesAt);
    }

    /// <summary>The antecedent is made here and nobody else waits for it; otherwise its failure is the affair of whoever does.</summary>
    private static bool OwnsAntecedent(Call continuation, HandleUses uses, TaskFate fate, TaskMakers makers) => continuation.Receiver switch
    {
        Value.CallResult result => uses.CallOf(result.Node) is { } made && (makers.MakesTask(made) || makers.MakesSeveral(made)),
        Value.Local local => !uses.IsParameter(local.Variable) && !uses.Of(local).Any(use => use.Call != continuation && fate.Closes(use)),
        _ => false,
    };

    private static string NameOf(Call call, bool several, ProgramIndex program)
    {
        if (several)
            foreach (var argument in call.Arguments)
            {
                if (argument.Value is Value.MethodGroup group)
                    return group.Method.Name;
                if (argument.Value is Value.Lambda lambda && program.Body(lambda.BodyId) is { } body
                    && body.Root.All().OfType<Call>().LastOrDefault(static made => made.Method.ReturnsAwaitable) is { } last)
                    return last.Method.Name;
            }

        return call.IsConstruction ? "new Task" : call.Method.Name;
    }

    /// <summary>Awaited twice, unwrapped, or handed to somebody who may do so.</summary>
    private static bool InnerIsTakenCareOf(Value result, HandleUses uses, TaskFate fate)
    {
        foreach (var holder in Holders(result, uses))
        {
            foreach (var use in uses.Of(holder))
            {
                if (use.OfInner ? fate.Closes(use) : use.Kind switch
                {
                    UseKind.Awaited or UseKind.Dropped => false,
                    UseKind.Stored => use.Target is not Value.Local,
                    UseKind.Receiver when use.Call!.Method.Name is "Wait" => false,
                    UseKind.Receiver when use.Call!.Method.Name is "get_Result" or "GetAwaiter" or "ConfigureAwait" => fate.IsTakenCareOf(new Value.CallResult(use.Call.Number)),
                    UseKind.Argument when use.Call!.Method.Name is "WaitAll" or "WhenAll" => false,
                    _ => true,
                })
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<Value> Holders(Value result, HandleUses uses) =>
        uses.Of(result).Where(static use => use is { Kind: UseKind.Stored, Target: Value.Local, OfInner: false }).Select(static use => use.Target).Prepend(result);
}
