using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Summaries of all bodies of one program, computed bottom-up on demand. Bodies that call each other first see each
/// other as doing nothing, and are then computed again from what that gave; the rounds are bounded, so that the answer
/// never depends on time. Lives for one analysis; not thread-safe.
/// </summary>
internal sealed class SummaryTable(ProgramIndex program, CancellationToken cancellation)
{
    private const int MaxDepth = 60;
    private const int MaxRounds = 2;

    /// <summary>What an async body does before it first waits, its inner calls do after that: known one round later.</summary>
    private const int MaxAsyncRounds = 3;

    private readonly Dictionary<string, Summary> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Solving> _running = new(StringComparer.Ordinal);
    private readonly List<Solving> _stack = [];

    /// <summary>Bodies whose summaries rest on one that was under way.</summary>
    private readonly Dictionary<string, Solving> _resting = new(StringComparer.Ordinal);
    private readonly CallCycles _cycles = new(program);
    private readonly Dictionary<string, HashSet<string>> _declared = new(StringComparer.Ordinal);

    public ProgramIndex Program { get; } = program;

    /// <summary>Who calls whom in a circle.</summary>
    public CallCycles Cycles => _cycles;

    /// <summary>What every body is interpreted under.</summary>
    public string Stamp { get; } = program.Knowledge.Stamp + (program.HasUserInterface ? "u" : "") + (program.IsTestProject ? "t" : "");

    public StoredTargets Stored { get; } = new(program);

    /// <summary>The lock that a contract names, from the object that has the contract; null where it cannot be followed.</summary>
    public Locations.AccessPath? Resolve(LockName name, Locations.AccessPath? owner)
    {
        if (!name.IsKnown)
            return null;
        var path = owner;
        for (var i = 0; i < name.Steps.Length; i++)
            path = i > 0 ? path?.Field(name.Steps[i])
                : name.Steps[i].IsStatic ? Locations.AccessPath.Static(name.Steps[i])
                : name.Steps[i].IsLocal ? Locations.AccessPath.Local(name.Steps[i])
                : path?.Field(name.Steps[i]);
        if (name.GetterId is null || Of(name.GetterId)?.Result.Single is not { } result)
            return name.GetterId is null ? path : null;
        return result.Root switch
        {
            Locations.RootKind.Static => result,
            Locations.RootKind.This when path is not null => result.Rebase(path),
            _ => null,
        };
    }

    /// <summary>The summaries of all relevant members and the functions inside them, in a fixed order.</summary>
    public ImmutableArray<Summary> All()
    {
        var all = ImmutableArray.CreateBuilder<Summary>();
        Add(Program.Relevant, all);
        Add(Program.Mentioning(new(all.Where(static summary => !summary.Body.IsNested && StartsForOthers(summary)).Select(static summary => summary.Body.DisplayName), StringComparer.Ordinal)), all);
        Add(MembersOfSubscribers(all), all);
        return all.ToImmutable();
    }

    private const string InstanceOf = "instance of ";

    /// <summary>The path begins at the one object of a type that a handler stands for.</summary>
    public static bool IsInstance(Locations.AccessPath path) => path.RootId.StartsWith(InstanceOf, StringComparison.Ordinal);

    /// <summary>That object.</summary>
    public static Locations.AccessPath InstanceOfType(string typeId) => Locations.AccessPath.Object(InstanceOf + typeId);

    /// <summary>Members of types that know nothing of threads, but whose handlers some flow calls: what else they do runs beside it.</summary>
    private IEnumerable<string> MembersOfSubscribers(IReadOnlyList<Summary> all)
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var summary in all)
        {
            known.Add(summary.Body.MemberId);
            foreach (var fork in summary.Forks)
                foreach (var effect in fork.Effects)
                    if (effect.Path.Root == Locations.RootKind.Object && IsInstance(effect.Path))
                        types.Add(effect.Path.RootId.Substring(InstanceOf.Length));
        }

        return types.SelectMany(Program.MembersOf).Where(known.Add).OrderBy(static id => id, StringComparer.Ordinal).ToArray();
    }

    /// <summary>Everything that was needed so far, the callees of relevant members included.</summary>
    public IReadOnlyCollection<Summary> Done => _done.Values;

    /// <summary>Only the caller can tell what it means: work is left running, or what runs side by side is the caller's.</summary>
    private static bool StartsForOthers(Summary summary) =>
        !summary.Leaked.IsEmpty || summary.Forks.Any(static fork => fork.Effects.Any(static effect => effect.IsInvocation));

    /// <summary>The summaries of some more members and the functions inside them.</summary>
    public ImmutableArray<Summary> OfMembers(IEnumerable<string> members)
    {
        var all = ImmutableArray.CreateBuilder<Summary>();
        Add(members, all);
        return all.ToImmutable();
    }

    private void Add(IEnumerable<string> members, ImmutableArray<Summary>.Builder all)
    {
        foreach (var member in members)
            foreach (var body in Program.BodiesOf(member))
                if (Of(body.Id) is { } summary)
                    all.Add(summary);
    }

    /// <summary>Bodies that call each other, being computed.</summary>
    private sealed class Solving(IReadOnlyList<BodyFacts> bodies)
    {
        public IReadOnlyList<BodyFacts> Bodies { get; } = bodies;

        public Dictionary<string, Summary> Known { get; } = bodies.ToDictionary(static body => body.Id, static body => new Summary(body), StringComparer.Ordinal);

        /// <summary>Bodies that saw one of these before it was known, by calls that cannot be read off.</summary>
        public List<string> Early { get; } = [];

        /// <summary>The outermost bodies under way that these have seen so; null where they have seen none.</summary>
        public Solving? Rest { get; set; }
    }

    /// <summary>Null where the body is not in this compilation, or calls nest too deep to follow.</summary>
    public Summary? Of(string bodyId)
    {
        if (_done.TryGetValue(bodyId, out var done))
        {
            if (_resting.TryGetValue(bodyId, out var rest) && _stack.Contains(rest))
                RestOn(rest);
            return done;
        }

        if (_running.TryGetValue(bodyId, out var running))
        {
            RestOn(running);
            return running.Known[bodyId];
        }

        if (_stack.Count >= MaxDepth || Program.Body(bodyId) is not { } body)
            return null;
        foreach (var group in _cycles.From(body, id => _done.ContainsKey(id) || _running.ContainsKey(id)))
        {
            cancellation.ThrowIfCancellationRequested();
            var open = group.Where(member => !_done.ContainsKey(member.Id)).ToArray();
            if (open.Length > 0)
                Solve(open);
        }

        return _done[bodyId];
    }

    /// <summary>Whatever is under way above is built on an answer that is not final.</summary>
    private void RestOn(Solving running)
    {
        for (var i = _stack.Count - 1; i >= 0 && _stack[i] != running; i--)
            if (_stack[i].Rest is null || _stack.IndexOf(_stack[i].Rest!) > _stack.IndexOf(running))
                _stack[i].Rest = running;
    }

    private void Solve(BodyFacts[] bodies)
    {
        var solving = new Solving(bodies);
        _stack.Add(solving);
        foreach (var body in bodies)
            _running[body.Id] = solving;
        var known = SummaryMemory.Find(bodies, this);
        if (known is null || solving.Early.Count > 0 || solving.Rest is not null)
            known = Interpret(solving);
        _stack.RemoveAt(_stack.Count - 1);
        foreach (var made in known)
        {
            _running.Remove(made.Body.Id);
            _done[made.Body.Id] = made.Summary;
            if (solving.Rest is { } rest)
                _resting[made.Body.Id] = rest;
            else
                _resting.Remove(made.Body.Id);
        }

        solving.Rest?.Early.AddRange(bodies.Select(static body => body.Id));
    }

    /// <summary>Interprets bodies in order, and those that saw another before it was known once more.</summary>
    private Interpreted[] Interpret(Solving solving)
    {
        var made = new Interpreted?[solving.Bodies.Count];
        for (var round = 0; round < MaxAsyncRounds; round++)
        {
            var isEarly = round == 0 || solving.Early.Count > 0;
            foreach (var early in solving.Early)
                _done.Remove(early);
            solving.Early.Clear();
            for (var i = 0; i < made.Length; i++)
            {
                if (round >= MaxRounds && !_cycles.WaitsForItself(solving.Bodies[i]) || !isEarly && made[i]!.Answers?.HasSeenOther(id => solving.Known.TryGetValue(id, out var now) ? now : null) != true)
                    continue;
                var summary = Interpret(solving.Bodies[i], out var answers);
                made[i] = new(solving.Bodies[i], summary, answers);
                solving.Known[solving.Bodies[i].Id] = summary;
            }
        }

        return SummaryMemory.Keep(made!, this, isReusable: solving.Rest is null);
    }

    /// <summary>A body that cannot be interpreted does nothing that we know of; the others keep their findings.</summary>
    private Summary Interpret(BodyFacts body, out Inquiry? answers)
    {
        answers = new Inquiry(this);
        try
        {
            return new BodyInterpreter(answers, body).Run();
        }
        catch (InsufficientExecutionStackException)
        {
            answers = null;
            return new(body);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Program.Note(failure);
            answers = null;
            return new(body);
        }
    }

    /// <summary>Whether the path is rooted in an object that the body surely makes anew in each run.</summary>
    public static bool IsCreation(Locations.AccessPath path, BodyFacts body) =>
        body.Makes(path.RootId) && int.TryParse(path.RootId.Substring(body.Id.Length + 1), out var node)
        && body.Root.All().OfType<Call>().Any(call => call.Number == node && call.IsConstruction);

    /// <summary>Ids of the variables that come to life in a body: its parameters and its declarations, not those of nested functions.</summary>
    public HashSet<string> DeclaredIn(BodyFacts body)
    {
        if (_declared.TryGetValue(body.Id, out var known))
            return known;
        var declared = new HashSet<string>(body.Parameters.Select(static parameter => parameter.Id), StringComparer.Ordinal);
        declared.UnionWith(body.Root.All().OfType<Declare>().Select(static declare => declare.Variable.Id));
        return _declared[body.Id] = declared;
    }
}
