using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>What a call may run, as it was when it was asked.</summary>
internal sealed record Aim(MethodFacts Method, ImmutableArray<string> Targets)
{
    /// <summary>Whether it is the same in another program.</summary>
    public bool Holds(ProgramIndex other)
    {
        var now = other.Targets(Method);
        if (now == Targets)
            return true;
        if (now.Length != Targets.Length)
            return false;
        for (var i = 0; i < now.Length; i++)
            if (now[i] != Targets[i])
                return false;
        return true;
    }
}

/// <summary>
/// What one interpretation asks of the rest of the program, with the answers it got. As long as they stay the same, so
/// does what was made of them (recorded reads, as in Adapton, Hammer et al., PLDI 2014). Not thread-safe; the answers
/// are not changed once the interpretation has ended.
/// </summary>
internal sealed class Inquiry(SummaryTable table)
{
    private readonly Dictionary<string, Summary?> _summaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BodyFacts?> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Aim> _targets = new(StringComparer.Ordinal);
    private readonly List<Func<SummaryTable, bool>> _others = [];
    private readonly List<Func<SummaryTable, bool>> _shapes = [];
    private readonly ulong _shape = table.Program.Shape;

    // Asked again in every walk of a loop, so kept by what was asked; made when they are needed.
    private Dictionary<AccessPath, Atom.Delegate[]>? _delegates;
    private Dictionary<AccessPath, string?>? _types;
    private Dictionary<string, string[]>? _initializers;
    private Dictionary<string, Dictionary<string, bool>>? _heirs;
    private Dictionary<FieldFacts, Dictionary<string, bool>>? _held;

    public ProgramIndex Program => table.Program;

    public Summary? Of(string bodyId)
    {
        return _summaries[bodyId] = table.Of(bodyId);
    }

    public BodyFacts? Body(string bodyId) => _bodies[bodyId] = table.Program.Body(bodyId);

    public ImmutableArray<string> Targets(MethodFacts method)
    {
        if (!_targets.TryGetValue(method.Id, out var known))
            _targets[method.Id] = known = new(method, table.Program.Targets(method));
        return known.Targets;
    }

    public IReadOnlyList<string> InitializersOf(string typeId)
    {
        if (!(_initializers ??= new(StringComparer.Ordinal)).TryGetValue(typeId, out var initializers))
            _initializers[typeId] = initializers = table.Program.InitializersOf(typeId).ToArray();
        return initializers;
    }

    /// <summary>The constructor that runs first where a type's own has no body: the one that the nearest base has; null where there are several, or none is seen.</summary>
    public string? BaseConstructorOf(string typeId)
    {
        var constructor = table.Program.BaseConstructorOf(typeId);
        _shapes.Add(table => table.Program.BaseConstructorOf(typeId) == constructor);
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
        if (!(_delegates ??= []).TryGetValue(path, out var delegates))
            _delegates[path] = delegates = table.Stored.DelegatesAt(path).OfType<Atom.Delegate>().ToArray();
        return delegates;
    }

    /// <summary>Id of the type of an object that a constructor call made; null where that is not known.</summary>
    public string? TypeOf(AccessPath made)
    {
        if (!(_types ??= []).TryGetValue(made, out var type))
            _types[made] = type = table.Stored.TypeOf(made);
        return type;
    }

    public bool Inherits(string typeId, string baseId)
    {
        if (!(_heirs ??= new(StringComparer.Ordinal)).TryGetValue(baseId, out var heirs))
            _heirs[baseId] = heirs = new(StringComparer.Ordinal);
        if (!heirs.TryGetValue(typeId, out var inherits))
            heirs[typeId] = inherits = table.Stored.Inherits(typeId, baseId);
        return inherits;
    }

    /// <summary>Whether an object of the type can be what the field holds, as far as all that is ever stored there tells.</summary>
    public bool MayHold(FieldFacts field, string typeId)
    {
        if (!(_held ??= []).TryGetValue(field, out var types))
            _held[field] = types = new(StringComparer.Ordinal);
        if (!types.TryGetValue(typeId, out var may))
            types[typeId] = may = table.Stored.MayHold(field, typeId);
        return may;
    }

    /// <summary>Whether the flag is never taken back.</summary>
    public bool IsOnlyRaised(FieldFacts flag)
    {
        var isOnly = table.Stored.IsOnlyRaised(flag);
        _others.Add(table => table.Stored.IsOnlyRaised(flag) == isOnly);
        return isOnly;
    }

    public bool IsForgottenKnowingly(FieldFacts field)
    {
        var isKnown = table.Stored.IsForgottenKnowingly(field);
        _others.Add(table => table.Stored.IsForgottenKnowingly(field) == isKnown);
        return isKnown;
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

    /// <param name="isShort">The next run is due within a second.</param>
    public bool MayOverrun(string bodyId, bool isShort)
    {
        var may = new Overrun(table.Program, isShort).IsPossible(bodyId);
        _others.Add(table => new Overrun(table.Program, isShort).IsPossible(bodyId) == may);
        return may;
    }

    /// <summary>Whether some member gives the timer in the field a period of at most a second.</summary>
    public bool IsRepeatedShortly(FieldFacts timer)
    {
        var isShort = BodyInterpreter.IsRepeated(table.Program, timer, BodyInterpreter.IsShort);
        _others.Add(table => BodyInterpreter.IsRepeated(table.Program, timer, BodyInterpreter.IsShort) == isShort);
        return isShort;
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
    public bool HasSeenOther(Func<string, Summary?> now)
    {
        foreach (var pair in _summaries)
            if (now(pair.Key) is { } summary && !ReferenceEquals(summary, pair.Value))
                return true;
        return false;
    }

    /// <summary>Whether another program answers the same.</summary>
    /// <param name="apart">Bodies that are not asked: they are judged together with this one.</param>
    public bool Holds(SummaryTable other, ICollection<string> apart)
    {
        foreach (var pair in _bodies)
            if (!ReferenceEquals(other.Program.Body(pair.Key), pair.Value))
                return false;
        if (other.Program.Shape != _shape && !KeepsShape(other))
            return false;
        foreach (var pair in _summaries)
            if (!apart.Contains(pair.Key) && !ReferenceEquals(other.Of(pair.Key), pair.Value))
                return false;
        foreach (var holds in _others)
            if (!holds(other))
                return false;
        return KeepsAnswers(other);
    }

    /// <summary>Whether what was asked of the declarations is the same, although others are not.</summary>
    private bool KeepsShape(SummaryTable other)
    {
        foreach (var pair in _targets)
            if (!pair.Value.Holds(other.Program))
                return false;
        foreach (var holds in _shapes)
            if (!holds(other))
                return false;
        if (_heirs is not null)
            foreach (var ofBase in _heirs)
                foreach (var heir in ofBase.Value)
                    if (other.Stored.Inherits(heir.Key, ofBase.Key) != heir.Value)
                        return false;
        if (_initializers is not null)
            foreach (var pair in _initializers)
                if (!other.Program.InitializersOf(pair.Key).SequenceEqual(pair.Value))
                    return false;
        return true;
    }

    private bool KeepsAnswers(SummaryTable other)
    {
        if (_delegates is not null)
            foreach (var pair in _delegates)
                if (!other.Stored.DelegatesAt(pair.Key).OfType<Atom.Delegate>().SequenceEqual(pair.Value))
                    return false;
        if (_held is not null)
            foreach (var field in _held)
                foreach (var type in field.Value)
                    if (other.Stored.MayHold(field.Key, type.Key) != type.Value)
                        return false;
        if (_types is not null)
            foreach (var pair in _types)
                if (other.Stored.TypeOf(pair.Key) != pair.Value)
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
