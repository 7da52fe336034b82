using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Whom a body calls, as far as it can be read off.</summary>
/// <param name="Shape">Of the program of which that holds.</param>
internal sealed record Callees(ulong Shape, ImmutableArray<string> Ids);

/// <summary>
/// Which bodies call each other in a circle, as far as the calls can be read off: strongly connected components
/// (Tarjan, SIAM J. Comput. 1972). Lives for one analysis; not thread-safe.
/// </summary>
internal sealed class CallCycles(ProgramIndex program)
{
    private sealed class Visit(BodyFacts body, ImmutableArray<string> callees, int index)
    {
        public BodyFacts Body { get; } = body;

        public ImmutableArray<string> Callees { get; } = callees;

        public int Index { get; } = index;

        public int Low { get; set; } = index;

        public int Next { get; set; }

        public bool IsOpen { get; set; } = true;
    }

    /// <summary>
    /// The bodies that are reached from one, in groups that call each other; callees first. The order inside a group
    /// does not depend on where it was entered. Lazy: a body that has become known meanwhile is not looked into.
    /// </summary>
    public IEnumerable<IReadOnlyList<BodyFacts>> From(BodyFacts start, Func<string, bool> isKnown) =>
        CalleesOf(start).All(callee => callee == start.Id || isKnown(callee) || program.Body(callee) is null) ? [[start]] : Search(start, isKnown);

    private IEnumerable<IReadOnlyList<BodyFacts>> Search(BodyFacts start, Func<string, bool> isKnown)
    {
        var visits = new Dictionary<string, Visit>(StringComparer.Ordinal);
        var path = new Stack<Visit>();
        var open = new Stack<Visit>();
        Enter(start);
        while (path.Count > 0)
        {
            var visit = path.Peek();
            if (visit.Next < visit.Callees.Length)
            {
                var callee = visit.Callees[visit.Next++];
                if (visits.TryGetValue(callee, out var seen))
                    visit.Low = seen.IsOpen ? Math.Min(visit.Low, seen.Index) : visit.Low;
                else if (!isKnown(callee) && program.Body(callee) is { } body)
                    Enter(body);
                continue;
            }

            path.Pop();
            if (path.Count > 0)
                path.Peek().Low = Math.Min(path.Peek().Low, visit.Low);
            if (visit.Low != visit.Index)
                continue;
            var group = new List<BodyFacts>();
            Visit last;
            do
            {
                last = open.Pop();
                last.IsOpen = false;
                group.Add(last.Body);
            }
            while (last != visit);
            yield return group.Count == 1 ? group : Ordered(group);
        }

        void Enter(BodyFacts body)
        {
            var visit = new Visit(body, CalleesOf(body), visits.Count);
            visits[body.Id] = visit;
            path.Push(visit);
            open.Push(visit);
        }
    }

    /// <summary>An async body that calls itself, or has itself called, and is not only started again as a flow of its own.</summary>
    public bool WaitsForItself(BodyFacts body) => body.IsAsync && body.Root.All().OfType<Call>().Any(call =>
        call.Method.IsSource && !call.IsConstruction && program.Targets(call.Method).Contains(body.Id)
        || !call.Method.Key.StartsWith("System.Threading.", StringComparison.Ordinal) && call.Arguments.Any(argument => argument.Value is Value.MethodGroup { Method: var handed } && program.Targets(handed).Contains(body.Id)));

    private sealed record Turn(BodyFacts Body, int Next);

    /// <summary>Callees first, beginning from the body with the smallest id.</summary>
    private List<BodyFacts> Ordered(List<BodyFacts> group)
    {
        var members = group.ToDictionary(static body => body.Id, StringComparer.Ordinal);
        var ordered = new List<BodyFacts>(group.Count);
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var path = new Stack<Turn>();
        var first = group.Aggregate(static (left, right) => string.CompareOrdinal(left.Id, right.Id) <= 0 ? left : right);
        entered.Add(first.Id);
        path.Push(new(first, 0));
        while (path.Count > 0)
        {
            var (body, next) = path.Pop();
            var callees = CalleesOf(body);
            if (next == callees.Length)
            {
                ordered.Add(body);
                continue;
            }

            path.Push(new(body, next + 1));
            if (members.TryGetValue(callees[next], out var member) && entered.Add(member.Id))
                path.Push(new(member, 0));
        }

        return ordered;
    }

    private ImmutableArray<string> CalleesOf(BodyFacts body)
    {
        if (body.Callees is { } known && known.Shape == program.Shape)
            return known.Ids;
        var callees = ImmutableArray.CreateBuilder<string>();
        callees.AddRange(body.Nested);
        foreach (var node in body.Root.All())
        {
            switch (node)
            {
                case Call call:
                    AddCall(call, callees);
                    break;
                case Bind { Value: Value.MethodGroup { Method: var held } }:
                    callees.AddRange(program.Targets(held));
                    break;
                case Access { Stored: Value.MethodGroup { Method: var stored } }:
                    callees.AddRange(program.Targets(stored));
                    break;
            }
        }

        var found = new Callees(program.Shape, callees.ToImmutable());
        body.Callees = found;
        return found.Ids;
    }

    private void AddCall(Call call, ImmutableArray<string>.Builder callees)
    {
        foreach (var argument in call.Arguments)
            if (argument.Value is Value.MethodGroup { Method: var handler })
                callees.AddRange(program.Targets(handler));
        if (!call.Method.IsSource)
            return;
        if (call.IsConstruction)
        {
            callees.AddRange(program.InitializersOf(call.Method.TypeId));
            if (program.BaseConstructorOf(call.Method.TypeId) is { } basis)
                callees.Add(basis);
        }

        callees.AddRange(program.Targets(call.Method));
    }
}
