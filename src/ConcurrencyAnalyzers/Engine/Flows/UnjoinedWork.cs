using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Flows;

internal enum JoinGap
{
    NeverStarted,

    /// <summary>Nobody waits, though somebody uses what it leaves behind.</summary>
    NeverJoined,

    /// <summary>Somebody waits, but only after the results were used.</summary>
    ReadBeforeJoin,

    /// <summary>Only the last thread that a loop put into the variable is waited for.</summary>
    LastJoinedOnly,

    /// <summary>The wait has a time limit and nobody looks whether it was enough.</summary>
    TimeoutIgnored,

    /// <summary>A background thread of a program that ends without it.</summary>
    CutOff,
}

/// <summary>A thread or process that nobody waits for though its work matters.</summary>
/// <param name="Place">The call that starts it; where it is never started, the constructor.</param>
/// <param name="Handle">The variable that names it or its group; null where it has no name.</param>
/// <param name="IsGroup">The handle is an array or collection.</param>
/// <param name="IsProcess">A process, not a thread.</param>
/// <param name="Result">The name of what is read too early; null where nothing is.</param>
/// <param name="ReadAt">Where it is read.</param>
/// <param name="Member">The member that starts it, as messages name it.</param>
internal sealed record UnjoinedHandle(Place Place, JoinGap Gap, string? Handle, bool IsGroup, bool IsProcess, string? Result, Place? ReadAt, string Member);

/// <summary>Finds threads and processes that are started and not waited for though their results are used, or that are never started.</summary>
internal sealed class UnjoinedWork
{
    private const string AnyFile = "file";

    private readonly ProgramUses _program;
    private readonly ResultReads _reads;
    private readonly Dictionary<string, BodyOrder> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<Place, UnjoinedHandle> _found = [];
    private readonly EntryReach _entry;

    private UnjoinedWork(ProgramUses program)
    {
        _program = program;
        _reads = new(program.Program);
        _entry = new(program);
    }

    public static ImmutableArray<UnjoinedHandle> Find(ProgramUses program)
    {
        var finder = new UnjoinedWork(program);
        foreach (var member in program.Program.Relevant)
            if (program.Of(member) is { } uses)
                foreach (var (call, body, position) in uses.Calls)
                    finder.Judge(call, body, position, uses);
        return finder._found.Values.OrderBy(static handle => handle.Place).ToImmutableArray();
    }

    private void Judge(Call call, BodyFacts body, int position, HandleUses uses)
    {
        var isThread = call.IsConstruction && _program.Program.Knowledge.RoleOf(call.Method.Key) == MemberRole.ThreadCreate;
        var isProcess = call.Method is { TypeId: "T:System.Diagnostics.Process", Name: "#ctor" or ".ctor" } or { TypeId: "T:System.Diagnostics.Process", Name: "Start", IsStatic: true };
        if (!isThread && !isProcess)
            return;
        var fate = ThreadFate.Of(new Value.CallResult(call.Number), uses, _program);
        if (!fate.IsUsed || fate.Has(ThreadStep.Escaped))
            return;

        if (!call.IsConstruction)
        {
            JudgeStart(new(call, body, position, uses, fate, call, isProcess));
            return;
        }

        if (!fate.Has(ThreadStep.Started))
        {
            Report(new(new(body.FilePath, call.NameSpan), JoinGap.NeverStarted, HandleOf(fate), fate.Holder is null && fate.Group is not null, isProcess, null, null, body.DisplayName));
            return;
        }

        foreach (var step in fate.Steps)
            if (step.Step == ThreadStep.Started)
                JudgeStart(new(step.Where.Call!, step.Use.Body, step.Use.Position, step.Uses, fate, call, isProcess));
    }

    private void JudgeStart(Start start)
    {
        var order = OrderOf(start.Body);
        var effects = start.IsProcess ? ProcessEffects(start) : WorkEffects.Of(start.Made.Argument(0), _program.Program, start.Call.Method.Name is "Start" or "UnsafeStart" ? start.Call.Argument(0) : null);
        if (effects is null || effects.IsEndless)
            return;
        var here = start.Fate.Steps.Where(step => step.Use.Body == start.Body && (order.MayFollow(start.Position, step.Use.Position) || order.ShareLoop(start.Position, step.Use.Position))).ToList();
        var onlyLast = OnlyLastIsKept(start, order);
        var joins = here.Where(step => step.Step == ThreadStep.Joined && !onlyLast).Select(static step => step.Use.Position).ToList();
        var elsewhere = start.Fate.Steps.Any(step => step.Step == ThreadStep.Joined && step.Use.Body != start.Body);
        var nearby = start.Fate.Steps.Any(step => step.Step == ThreadStep.Joined && step.Use.Body != start.Body && step.Use.Body.MemberId == start.Body.MemberId);
        var inVain = here.Any(static step => step.Step == ThreadStep.JoinedInVain);
        var reads = Reads(start, order, effects, here).ToList();

        foreach (var read in reads)
        {
            var joinedBefore = joins.Any(join => join < read.Position);
            if (joinedBefore || _reads.IsSignalledBetween(start.Position, read.Position, order, effects, PlaceNames.Own))
                break;
            if (order.LoopAround(read.Position, start.Position) is { } around && (WorkEffects.WaitsForStop(around) || joins.Count > 0 || elsewhere))
                continue;
            if (joins.Count > 0 && (reads.Any(later => later.Name == read.Name && later.Position > joins.Min()) || ResultReads.IsWrittenAfter(start.Position, read.Name, order, PlaceNames.Own)))
                continue;
            if (elsewhere && joins.Count == 0 && (read.Name.StartsWith("this.", StringComparison.Ordinal) || nearby))
                continue;

            // Which files a process writes is not known: one that is waited for later may only run beside the reading.
            if (read.Name == AnyFile && (joins.Count > 0 || elsewhere))
                continue;
            var gap = onlyLast ? JoinGap.LastJoinedOnly : joins.Count > 0 ? JoinGap.ReadBeforeJoin : inVain ? JoinGap.TimeoutIgnored : JoinGap.NeverJoined;
            Report(start, gap, read.What, new(start.Body.FilePath, read.Span));
            return;
        }

        if (joins.Count > 0 || elsewhere || start.IsProcess)
            return;
        if (ReadByCaller(start, effects) is var (what, place))
            Report(start, JoinGap.NeverJoined, what, place);
        else if (!start.IsProcess && start.Fate.Has(ThreadStep.MadeBackground) && (effects.Prints || effects.WritesFiles) && _entry.EndsAfter(start.Body, start.Position, OrderOf))
            Report(start, JoinGap.CutOff, null, FirstPrint(start, order, effects));
    }

    private IEnumerable<ResultRead> Reads(Start start, BodyOrder order, WorkEffects effects, List<ThreadStepTaken> here)
    {
        var reads = _reads.After(start.Position, order, effects, PlaceNames.Own);
        if (!start.IsProcess)
            return reads;
        var files = Enumerable.Range(start.Position + 1, Math.Max(0, order.Nodes.Count - start.Position - 1))
            .Where(position => order.Nodes[position] is Call call && ResultReads.ReadFile(call) is not null && order.MayFollow(start.Position, position) && order.LoopAround(position, start.Position) is null)
            .Select(position => new ResultRead(position, ((Call)order.Nodes[position]).NameSpan, "a file", AnyFile));
        var codes = here.Where(static step => step.Step == ThreadStep.ResultRead)
            .Select(static step => new ResultRead(step.Use.Position, step.Use.Call!.NameSpan, step.Use.Call.Method.Name.Substring(4), "exit"));
        return reads.Concat(files).Concat(codes).OrderBy(static read => read.Position);
    }

    /// <summary>The lambdas that take a process's output.</summary>
    private WorkEffects? ProcessEffects(Start start)
    {
        var handlers = start.Uses.Calls.Where(static entry => entry.Call.Method.Name is "add_OutputDataReceived" or "add_ErrorDataReceived").Select(static entry => entry.Call.Argument(0));
        foreach (var handler in handlers)
            if (WorkEffects.Of(handler, _program.Program) is { } effects)
                return effects;
        return WorkEffects.None(_program.Program);
    }

    /// <summary>The variable outlives the loop that starts threads in it, and nothing else keeps them.</summary>
    private static bool OnlyLastIsKept(Start start, BodyOrder order)
    {
        if (start.Fate.Group is not null || start.Fate.Holder is not { IsLocal: true } holder)
            return false;
        var declared = -1;
        for (var position = 0; position < order.Nodes.Count && declared < 0; position++)
            if (order.Nodes[position] is Declare declare && declare.Variable.Equals(holder))
                declared = position;
        if (declared < 0 || order.LoopAround(start.Position, declared) is not { } loop)
            return false;
        return start.Fate.Steps.Where(static step => step.Step is ThreadStep.Joined or ThreadStep.JoinedInVain).All(step => !loop.All().Contains(step.Use.Node))
            && loop.All().OfType<Bind>().Any(bind => bind.Variable.Equals(holder))
            && !loop.All().Any(static node => node is Jump { Kind: JumpKind.Break or JumpKind.Return });
    }

    /// <summary>A caller goes on and reads a field that the work writes.</summary>
    private (string What, Place Place)? ReadByCaller(Start start, WorkEffects effects)
    {
        if (start.Body.IsNested || start.Body.Kind != BodyKind.Method)
            return null;
        foreach (var (_, body, call, position) in _program.CallsOf(start.Body.MemberId))
        {
            var seen = effects.AsSeenBy(call);
            var order = OrderOf(body);
            foreach (var read in _reads.After(position, order, seen, PlaceNames.Own))
            {
                if (_reads.IsSignalledBetween(position, read.Position, order, seen, PlaceNames.Own) || order.LoopAround(read.Position, position) is not null)
                    break;
                return (read.What, new(body.FilePath, read.Span));
            }
        }

        return null;
    }

    private static Place? FirstPrint(Start start, BodyOrder order, WorkEffects effects)
    {
        for (var position = start.Position + 1; effects.Prints && position < order.Nodes.Count; position++)
            if (order.Nodes[position] is Call { Method: { TypeId: "T:System.Console", Name: "Write" or "WriteLine" } } call && order.MayFollow(start.Position, position))
                return new(start.Body.FilePath, call.NameSpan);
        return null;
    }

    private BodyOrder OrderOf(BodyFacts body) => _orders.TryGetValue(body.Id, out var order) ? order : _orders[body.Id] = new(body);

    private static string? HandleOf(ThreadFate fate) => (fate.Holder ?? fate.Group)?.Name;

    private void Report(Start start, JoinGap gap, string? result, Place? readAt)
    {
        var isGroup = start.Fate.Group is not null;
        var handle = isGroup ? start.Fate.Group : start.Fate.Holder;
        Report(new(new(start.Body.FilePath, start.Call.NameSpan), gap, handle?.Name, isGroup, start.IsProcess, result, readAt, start.Body.DisplayName));
    }

    private void Report(UnjoinedHandle handle)
    {
        if (!_found.ContainsKey(handle.Place))
            _found[handle.Place] = handle;
    }

    private sealed record Start(Call Call, BodyFacts Body, int Position, HandleUses Uses, ThreadFate Fate, Call Made, bool IsProcess);
}
