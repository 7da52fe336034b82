using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>A use of what some work leaves behind.</summary>
/// <param name="What">The variable's or file's name as messages give it.</param>
/// <param name="Name">The storage, see <see cref="PlaceNames"/>.</param>
internal sealed record ResultRead(int Position, TextSpan Span, string What, string Name);

/// <summary>Finds where a body uses what some work leaves behind, and what makes it wait before.</summary>
internal sealed class ResultReads(ProgramIndex program)
{
    private const int MaxDepth = 2;

    /// <summary>The reads of a body in its order, after a position.</summary>
    public IEnumerable<ResultRead> After(int start, BodyOrder order, WorkEffects effects, PlaceNames names)
    {
        var ignored = Ignored(order);
        for (var position = start + 1; position < order.Nodes.Count; position++)
            if (order.MayFollow(start, position) && ReadAt(order.Nodes[position], effects, names, ignored, 0) is var (span, what, name))
                yield return new(position, span, what, name);
    }

    /// <summary>The body changes the storage itself after the position, beside the work.</summary>
    public static bool IsWrittenAfter(int start, string name, BodyOrder order, PlaceNames names)
    {
        for (var position = start + 1; position < order.Nodes.Count; position++)
            if (order.Nodes[position] is Access access && (access.Kind & AccessKind.Write) != 0 && names.Of(access.Place) == name)
                return true;
        return false;
    }

    /// <summary>Something between the two makes the body wait for others, so that what follows may well be ordered.</summary>
    public bool IsSignalledBetween(int start, int end, BodyOrder order, WorkEffects effects, PlaceNames names)
    {
        for (var position = start + 1; position < end; position++)
        {
            if (order.MayFollow(start, position) && order.Nodes[position] switch
            {
                Await await => !IsDelay(await, order),
                Call call => Waits(call, 0),
                Loop { Condition: { } condition } => condition.All().Any(node => ReadAt(node, effects, names, [], 0) is not null),
                _ => false,
            })
                return true;
        }

        return false;
    }

    private static bool IsDelay(Await await, BodyOrder order) =>
        await.Operand is Value.CallResult result
        && order.Nodes.OfType<Call>().FirstOrDefault(call => call.Number == result.Node) is { Method.Name: "Delay" or "Yield" or "ConfigureAwait" };

    private bool Waits(Call call, int depth)
    {
        switch (program.Knowledge.RoleOf(call.Method.Key))
        {
            case MemberRole.Blocking:
                return call.Method.Name is not ("Sleep" or "SpinWait" or "SpinOnce" or "Yield");
            case MemberRole.LockWait:
                return true;
            case MemberRole.Join or MemberRole.JoinArguments:
                return call.Method.TypeId != "T:System.Threading.Thread";
        }

        if (call.Method.Name is "Take" or "TryTake" or "GetConsumingEnumerable" or "ReadLine" or "ReadKey" or "SignalAndWait" or "Invoke" && !call.Method.IsSource
            || call.Method.Name.StartsWith("Wait", StringComparison.Ordinal))
            return true;
        return depth < MaxDepth && call.Method.IsSource && !call.IsDelegateCall
            && program.Targets(call.Method).Select(program.Body).OfType<BodyFacts>().Any(body => body.Root.All().Any(node => node is Await || node is Call inner && Waits(inner, depth + 1)));
    }

    private (TextSpan Span, string What, string Name)? ReadAt(Node node, WorkEffects effects, PlaceNames names, HashSet<TextSpan> ignored, int depth)
    {
        switch (node)
        {
            case Access access when (access.Kind & AccessKind.Read) != 0 && (access.Kind & AccessKind.Write) == 0 && !ignored.Contains(access.Span):
                return IsResult(access, effects, names) is { } name ? (access.Span, WhatOf(access.Place), name) : null;
            case Call call:
                return ReadAt(call, effects, names, depth);
            default:
                return null;
        }
    }

    private static string? IsResult(Access access, WorkEffects effects, PlaceNames names)
    {
        var name = names.Of(access.Place);
        if (name is null)
            return null;
        if ((access.Kind & AccessKind.Content) != 0)
            return effects.Contents.Contains(name) ? name : null;
        if (effects.Places.Contains(name))
            return name;
        if (access.Place is Value.Element element && names.Of(element.Container) is { } container && effects.Contents.Contains(container))
            return container;
        return (access.Kind & (AccessKind.Dereference | AccessKind.Test)) == 0 && effects.Contents.Contains(name) ? name : null;
    }

    private (TextSpan Span, string What, string Name)? ReadAt(Call call, WorkEffects effects, PlaceNames names, int depth)
    {
        if (ReadFile(call) is { } path && names.Of(path) is { Length: > 0 } file && effects.Files.Contains(file))
            return (call.NameSpan, path is Value.Constant constant ? constant.Text : WhatOf(path), file);
        if (WorkEffects.IsBag(call) && !WorkEffects.Fills(call)
            && names.Of(call.Receiver) is { Length: > 0 } name && effects.Contents.Contains(name))
            return (call.NameSpan, WhatOf(call.Receiver!), name);
        if (IsLinq(call))
        {
            foreach (var argument in call.Arguments)
                if (argument.Value is Value.Lambda lambda && program.Body(lambda.BodyId) is { } body && FirstIn(body, effects, names, depth) is { } inner)
                    return (call.NameSpan, inner.What, inner.Name);
        }

        if (depth >= MaxDepth || !call.Method.IsSource || call.IsConstruction)
            return null;
        if (call.Receiver is Value.Lambda local)
            return program.Body(local.BodyId) is { } function && FirstIn(function, effects, names, depth + 1) is { } read ? (call.NameSpan, read.What, read.Name) : null;
        foreach (var target in program.Targets(call.Method))
            if (program.Body(target) is { } callee && FirstIn(callee, effects, names.Inside(call, callee), depth + 1) is { } found)
                return (call.NameSpan, found.What, found.Name);
        return null;
    }

    private (TextSpan Span, string What, string Name)? FirstIn(BodyFacts body, WorkEffects effects, PlaceNames names, int depth)
    {
        foreach (var node in body.Root.All())
        {
            if (node is Access { Kind: var kind } access && (kind & AccessKind.Write) != 0 && names.Of(access.Place) is { } written
                && (effects.Places.Contains(written) || effects.Contents.Contains(written)))
                return null;
            if (ReadAt(node, effects, names, [], depth) is { } read)
                return node is Access && IsMadeAnew(read.Name) ? null : read;
        }

        // What the body makes a new value of is no result to it.
        bool IsMadeAnew(string name) => body.Root.All().Any(node => node is Access { Kind: var kind } access && (kind & AccessKind.Write) != 0 && names.Of(access.Place) == name);

        return null;
    }

    /// <summary>The storage is only handed to further work, or locked.</summary>
    private HashSet<TextSpan> Ignored(BodyOrder order)
    {
        var spans = new HashSet<TextSpan>();
        foreach (var node in order.Nodes)
        {
            if (node is LockRegion region)
                spans.Add(region.LockSpan);
            else if (node is Call call && (call.IsConstruction || program.Knowledge.RoleOf(call.Method.Key) is MemberRole.Start or MemberRole.SpawnTask or MemberRole.SpawnPool or MemberRole.LockEnter or MemberRole.LockTry or MemberRole.LockExit))
                foreach (var argument in call.Arguments)
                    spans.Add(argument.Span);
        }

        return spans;
    }

    public static Value? ReadFile(Call call) => call.Method switch
    {
        { TypeId: "T:System.IO.File" } when call.Method.Name.StartsWith("Read", StringComparison.Ordinal) || call.Method.Name is "Open" or "OpenRead" or "OpenText" or "Copy" or "Move" => call.Argument(0),
        { TypeId: "T:System.IO.StreamReader" or "T:System.IO.FileStream" or "T:System.IO.FileInfo" } when call.IsConstruction => call.Argument(0),
        _ => null,
    };

    private static bool IsLinq(Call call) => call.Method.TypeId is "T:System.Linq.Enumerable" or "T:System.Array" || call.Method.TypeId.StartsWith("T:System.Collections.Generic.", StringComparison.Ordinal);

    private static string WhatOf(Value value) => value switch
    {
        Value.Local local => local.Variable.Name,
        Value.Field field => field.Facts.Name,
        Value.Element element => WhatOf(element.Container),
        _ => "its results",
    };
}
