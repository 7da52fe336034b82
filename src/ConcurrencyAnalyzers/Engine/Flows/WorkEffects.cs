using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>What a piece of work leaves behind for others to read, by the names of the body that starts it.</summary>
internal sealed class WorkEffects
{
    private const int MaxDepth = 3;

    private static readonly HashSet<string> s_filling = new(StringComparer.Ordinal) { "Add", "AddOrUpdate", "Enqueue", "GetOrAdd", "Push", "PushRange", "TryAdd", "set_Item" };

    private readonly ProgramIndex _program;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    private WorkEffects(ProgramIndex program) => _program = program;

    /// <summary>Variables, fields and elements that are assigned.</summary>
    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Objects whose content changes.</summary>
    public HashSet<string> Contents { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths of files that are written.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    public bool WritesFiles { get; private set; }

    public bool Prints { get; private set; }

    /// <summary>Runs until it is told to stop, or for ever.</summary>
    public bool IsEndless { get; private set; }

    public bool IsEmpty => Places.Count == 0 && Contents.Count == 0 && !WritesFiles && !Prints;

    /// <summary>Null where the work is not a lambda or a method of this compilation.</summary>
    /// <param name="state">What the start passes to the work.</param>
    public static WorkEffects? Of(Value work, ProgramIndex program, Value? state = null)
    {
        var effects = new WorkEffects(program);
        switch (work)
        {
            case Value.Lambda lambda when program.Body(lambda.BodyId) is { } body:
                effects.Read(body, PlaceNames.Own.With(body, state), 0);
                return effects;
            case Value.MethodGroup group when program.Targets(group.Method) is [var target] && program.Body(target) is { } method:
                effects.Read(method, PlaceNames.Own.Inside(group.Receiver).With(method, state), 0);
                return effects;
            default:
                return null;
        }
    }

    /// <summary>Leaves nothing behind that we can see.</summary>
    public static WorkEffects None(ProgramIndex program) => new(program);

    /// <summary>The same, by the names of a body that called the one that started the work. What only the callee can name is gone.</summary>
    public WorkEffects AsSeenBy(Call call)
    {
        var seen = new WorkEffects(_program) { WritesFiles = WritesFiles, Prints = Prints };
        var receiver = PlaceNames.Own.Of(call.Receiver);
        Rename(Places, seen.Places);
        Rename(Contents, seen.Contents);
        return seen;

        void Rename(HashSet<string> names, HashSet<string> renamed)
        {
            foreach (var name in names)
            {
                if (name.StartsWith("this.", StringComparison.Ordinal))
                {
                    if (receiver is { Length: > 0 })
                        renamed.Add(receiver + name.Substring(4));
                }
                else if (!name.StartsWith("L:", StringComparison.Ordinal))
                {
                    renamed.Add(name);
                }
            }
        }
    }

    public static bool Fills(Call call) => IsBag(call) && s_filling.Contains(call.Method.Name);

    /// <summary>A concurrent collection that does not make its reader wait.</summary>
    public static bool IsBag(Call call) => call.Method.TypeId.StartsWith("T:System.Collections.Concurrent.", StringComparison.Ordinal) && call.Method.TypeId != "T:System.Collections.Concurrent.BlockingCollection`1";

    /// <summary>A loop that turns until somebody says stop: no result can be expected at any one time.</summary>
    public static bool WaitsForStop(Loop loop)
    {
        if (loop.Trips.IsInfinite || loop.IsAsync)
            return true;
        if (loop.Kind is LoopKind.For or LoopKind.ForEach || loop.Condition is null)
            return false;
        return loop.Condition.All().Any(static node => node switch
        {
            Call call => call.Method.Name is "get_IsCancellationRequested" or "WaitOne" or "Wait" or "TryTake" or "WaitToReadAsync" or "WaitForNextTickAsync" or "get_IsCompleted" or "get_IsAddingCompleted"
                || call.Method.Key == "System.Threading.Volatile.Read",
            Access { Place: Value.Field { Facts.IsBool: true } or Value.Local { Variable.IsBool: true } } access => (access.Kind & AccessKind.Read) != 0,
            _ => false,
        });
    }

    private void Read(BodyFacts body, PlaceNames names, int depth)
    {
        if (!_visited.Add(body.Id))
            return;
        var calls = new Dictionary<int, Call>();
        var declared = new HashSet<FieldFacts>();
        foreach (var node in body.Root.All())
        {
            switch (node)
            {
                case Declare declare:
                    declared.Add(declare.Variable);
                    break;
                case Bind bind when declared.Remove(bind.Variable):
                    names = names.With(bind);
                    break;
                case Access access when (access.Kind & AccessKind.Write) != 0:
                    Write(access, names);
                    break;
                case Call call:
                    calls[call.Number] = call;
                    Follow(call, names, depth);
                    break;
                case Loop loop:
                    IsEndless |= WaitsForStop(loop) || loop.Collection is Value.CallResult result && calls.TryGetValue(result.Node, out var source) && source.Method.Name is "GetConsumingEnumerable" or "ReadAllAsync";
                    break;
            }
        }
    }

    private void Write(Access access, PlaceNames names)
    {
        if (names.Of(access.Place) is not { } name)
            return;
        if ((access.Kind & AccessKind.Content) != 0)
            Contents.Add(name);
        else if (access.Place is Value.Element element && names.Of(element.Container) is { } container)
            Contents.Add(container);
        else
            Places.Add(name);
    }

    private void Follow(Call call, PlaceNames names, int depth)
    {
        if (Fills(call) && names.Of(call.Receiver) is { Length: > 0 } filled)
            Contents.Add(filled);
        Prints |= call.Method.TypeId == "T:System.Console" && call.Method.Name is "Write" or "WriteLine";
        if (WrittenFile(call) is { } path)
        {
            WritesFiles = true;
            if (names.Of(path) is { Length: > 0 } name)
                Files.Add(name);
        }

        if (call.Receiver is Value.Lambda called && _program.Body(called.BodyId) is { } local)
            Read(local, names, depth);
        foreach (var argument in call.Arguments)
            if (argument.Value is Value.Lambda lambda && _program.Body(lambda.BodyId) is { } body)
                Read(body, names, depth);
        if (depth >= MaxDepth || !call.Method.IsSource || call.IsDelegateCall)
            return;
        foreach (var target in _program.Targets(call.Method))
            if (_program.Body(target) is { } callee)
                Read(callee, names.Inside(call, callee), depth + 1);
    }

    private static Value? WrittenFile(Call call) => call.Method switch
    {
        { TypeId: "T:System.IO.File" } when call.Method.Name.StartsWith("Write", StringComparison.Ordinal) || call.Method.Name.StartsWith("Append", StringComparison.Ordinal)
            || call.Method.Name is "Create" or "CreateText" or "OpenWrite" => call.Argument(0),
        { TypeId: "T:System.IO.File", Name: "Copy" or "Move" } => call.Argument(1),
        { TypeId: "T:System.IO.StreamWriter" } when call.IsConstruction => call.Argument(0),
        { TypeId: "T:System.IO.FileStream" } when call.IsConstruction => call.Argument(0),
        _ => null,
    };
}
