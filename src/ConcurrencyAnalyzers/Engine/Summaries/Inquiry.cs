using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// What one interpretation asks of the rest of the program, with the answers it got. As long as they stay the same, so
/// does what was made of them (recorded reads, as in Adapton, Hammer et al., PLDI 2014). Not thread-safe; the answers
/// are not changed once the interpretation has ended.
/// </summary>
internal sealed class Inquiry(SummaryTable table)
{
    private readonly Dictionary<string, Summary?> _summaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BodyFacts?> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (MethodFacts Method, ImmutableArray<string> Targets)> _targets = new(StringComparer.Ordinal);
    private readonly List<Func<SummaryTable, bool>> _others = [];

    public ProgramIndex Program => table.Program;

    public Summary? Of(string bodyId)
    {
        return _summaries[bodyId] = table.Of(bodyId);
    }

    public BodyFacts? Body(string bodyId) => _bodies[bodyId] = table.Program.Body(bodyId);

    public ImmutableArray<string> Targets(MethodFacts method)
    {
        if (!_targets.TryGetValue(method.Id, out var known))
            _targets[method.Id] = known = (method, table.Program.Targets(method));
        return known.Targets;
    }

    public IReadOnlyList<string> InitializersOf(string typeId)
    {
        var initializers = table.Program.InitializersOf(typeId).ToArray();
        _others.Add(table => table.Program.InitializersOf(typeId).SequenceEqual(initializers));
        return initializers;
    }

    /// <summary>The constructor that runs first where a type's own has no body: the one that the nearest base has; null where there are several, or none is seen.</summary>
    public string? BaseConstructorOf(string typeId)
    {
        var constructor = table.Program.BaseConstructorOf(typeId);
        _others.Add(table => table.Program.BaseConstructorOf(typeId) == constructor);
        return constructor;
    }

    public FieldFacts? PrimaryParameter(MethodFacts constructor, int ordinal)
    {
        var parameter = table.Program.PrimaryParameter(constructor, ordinal);
        _others.Add(table => Equals(table.Program.PrimaryParameter(constructor, ordinal), parameter));
        return parameter;
    }

    public IReadOnlyList<Atom.Delegate> DelegatesAt(AccessPath path)
    {
        var delegates = table.Stored.DelegatesAt(path).OfType<Atom.Delegate>().ToArray();
        _others.Add(table => table.Stored.DelegatesAt(path).OfType<Atom.Delegate>().SequenceEqual(delegates));
        return delegates;
    }

    /// <summary>Id of the type of an object that a constructor call made; null where that is not known.</summary>
    public string? TypeOf(AccessPath made)
    {
        var type = table.Stored.TypeOf(made);
        _others.Add(table => table.Stored.TypeOf(made) == type);
        return type;
    }

    public bool Inherits(string typeId, string baseId)
    {
        var inherits = table.Stored.Inherits(typeId, baseId);
        _others.Add(table => table.Stored.Inherits(typeId, baseId) == inherits);
        return inherits;
    }

    public bool HasScheduler(AccessPath path)
    {
        var has = table.Stored.HasScheduler(path);
        _others.Add(table => table.Stored.HasScheduler(path) == has);
        return has;
    }

    public int? InitialCount(AccessPath semaphore)
    {
        var count = table.Stored.InitialCount(semaphore);
        _others.Add(table => table.Stored.InitialCount(semaphore) == count);
        return count;
    }

    public bool MayOverrun(string bodyId)
    {
        var may = new Overrun(table.Program).IsPossible(bodyId);
        _others.Add(table => new Overrun(table.Program).IsPossible(bodyId) == may);
        return may;
    }

    /// <summary>Whether the timer in the field is given a period by some member.</summary>
    public bool IsRepeated(FieldFacts timer)
    {
        var repeats = BodyInterpreter.IsRepeated(table.Program, timer);
        _others.Add(table => BodyInterpreter.IsRepeated(table.Program, timer) == repeats);
        return repeats;
    }

    public AccessPath? Resolve(LockName name, AccessPath owner)
    {
        var path = table.Resolve(name, owner);
        _others.Add(table => Equals(table.Resolve(name, owner), path));
        return path;
    }

    public HashSet<string> DeclaredIn(BodyFacts body) => table.DeclaredIn(body);

    /// <summary>Whether one of the bodies has another summary now than when it was asked for.</summary>
    public bool HasSeenOther(Func<string, Summary?> now) => _summaries.Any(pair => now(pair.Key) is { } summary && !ReferenceEquals(summary, pair.Value));

    /// <summary>Whether another program answers the same.</summary>
    /// <param name="apart">Bodies that are not asked: they are judged together with this one.</param>
    public bool Holds(SummaryTable other, HashSet<string> apart)
    {
        foreach (var pair in _bodies)
            if (!ReferenceEquals(other.Program.Body(pair.Key), pair.Value))
                return false;
        foreach (var (method, targets) in _targets.Values)
            if (!other.Program.Targets(method).SequenceEqual(targets))
                return false;
        foreach (var pair in _summaries)
            if (!apart.Contains(pair.Key) && !ReferenceEquals(other.Of(pair.Key), pair.Value))
                return false;
        foreach (var holds in _others)
            if (!holds(other))
                return false;
        return true;
    }

    /// <summary>From here on only the answers are needed.</summary>
    public Inquiry Closed()
    {
        table = null!;
        return this;
    }
}
