using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>The flows that frameworks send into bodies of the program: requests, loops of hosted services, jobs, messages.</summary>
internal sealed class Roots
{
    private readonly ProgramIndex _program;
    private readonly Lifetimes _lifetimes;
    private readonly Frameworks _frameworks;

    /// <summary>By the type that declares a body: the types of the objects on which it can run.</summary>
    private readonly Dictionary<string, List<TypeFacts>> _instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyCollection<string>> _sharers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _finalized;

    public Roots(ProgramIndex program, Lifetimes lifetimes, IEnumerable<BodyFacts> bodies)
    {
        (_program, _lifetimes, _frameworks) = (program, lifetimes, program.Knowledge.Frameworks);
        _finalized = new(bodies.Where(static body => body.Kind == BodyKind.Finalizer).Select(static body => body.TypeId), StringComparer.Ordinal);
        foreach (var type in program.Types.OrderBy(static type => type.Id, StringComparer.Ordinal))
        {
            if (type.IsAbstract)
                continue;
            if (lifetimes.IsSingleton(type) && lifetimes.SharersOf(type) is { Count: > 0 } sharers && (sharers.Count > 1 || sharers.Contains("requests")))
                _sharers[type.Id] = sharers;
            foreach (var id in type.Bases.Where(id => program.Type(id) is not null).Prepend(type.Id))
            {
                if (!_instances.TryGetValue(id, out var list))
                    _instances[id] = list = [];
                list.Add(type);
            }
        }
    }

    /// <summary>The flows that enter a body, in a fixed order.</summary>
    public IEnumerable<Entry> EntriesOf(BodyFacts body)
    {
        if (body.IsNested || body.Kind is not (BodyKind.Method or BodyKind.Accessor or BodyKind.Constructor or BodyKind.Finalizer))
            return [];
        var entries = new List<Entry>();
        if (_finalized.Contains(body.TypeId))
            AddFinalized(body, entries);
        if (_program.AttributesOf(body.Id) is { IsEmpty: false } attributes)
            foreach (var root in _frameworks.Roots.Where(root => root.Key == RootKey.Method && attributes.Contains("T:" + root.TypeKeys[0])).Take(1))
                entries.Add(Make(root.Flow, body, _program.Type(body.TypeId), root.IsMany, root.IsShared));
        if (body.Kind != BodyKind.Finalizer && _instances.TryGetValue(body.TypeId, out var instances))
            foreach (var type in instances)
                Add(body, type, entries);
        return entries;
    }

    /// <summary>All flows that reach an object of the type reach the same one.</summary>
    public bool IsShared(string typeId) => _sharers.ContainsKey(typeId);

    /// <summary>Runs before anything else: by what it is, whoever calls it.</summary>
    public bool IsStartup(BodyFacts body) =>
        !body.IsNested && (body.Kind is BodyKind.TopLevel or BodyKind.StaticConstructor or BodyKind.StaticInitializer or BodyKind.Constructor or BodyKind.Initializer
            || _frameworks.IsStartup("*", body.DisplayName)
            || _program.Type(body.TypeId) is { } type && type.Bases.Any(id => _frameworks.IsStartup(id.Substring(2), body.DisplayName)));

    private void Add(BodyFacts body, TypeFacts type, List<Entry> entries)
    {
        var isOpen = !body.IsPrivate && (!body.IsForHeirs || _program.IsImplementing(body.Id));
        if (!isOpen || IsApart(body.DisplayName) || IsStartup(body) && body.Kind != BodyKind.Constructor)
            return;
        var (roots, isHosted) = (_lifetimes.RootsOf(type.Id), false);
        foreach (var root in roots)
        {
            isHosted |= root.Flow == "loop";
            var named = _frameworks.NamesMembers(root);
            if (named ? body.Kind == BodyKind.Method && _frameworks.Enters(root, body.DisplayName)
                : root.IsShared ? body.Kind == BodyKind.Method && _program.IsImplementing(body.Id) : body.Kind is BodyKind.Method or BodyKind.Constructor)
                entries.Add(Make(root.Flow, body, type, root.IsMany, root.IsShared));
        }

        if (body.Kind == BodyKind.Constructor || body.IsStatic || body.IsForHeirs || entries.Any(entry => entry.InstanceId == type.Id))
            return;
        if (_sharers.TryGetValue(type.Id, out var sharers))
            entries.Add(Make(sharers.Contains("requests") ? "shared" : "sharers", body, type, isMany: true, isShared: true));
        else if (isHosted && !_program.IsImplementing(body.Id))
            entries.Add(Make("callers", body, type, isMany: false, isShared: true));
        else if (_lifetimes.Jobs.Contains(type.Id))
            entries.Add(Make("jobs", body, type, isMany: true, isShared: false));
        else if (_lifetimes.Scoped.Contains(type.Id) && _lifetimes.ServesRequests)
            entries.Add(Make("requests", body, type, isMany: true, isShared: false));
    }

    /// <summary>Finalizers run on a thread of their own, beside whatever makes and uses other objects of the type.</summary>
    private void AddFinalized(BodyFacts body, List<Entry> entries)
    {
        var type = _program.Type(body.TypeId);
        if (body.Kind == BodyKind.Finalizer)
            entries.Add(Make("finalizer", body, type, isMany: false, isShared: false));
        else if (!body.IsPrivate && !IsApart(body.DisplayName))
            entries.Add(Make(body.Kind == BodyKind.Constructor ? "construction" : "users", body, type, isMany: false, isShared: false));
    }

    private Entry Make(string flow, BodyFacts body, TypeFacts? type, bool isMany, bool isShared) =>
        new(flow, type?.Id ?? body.TypeId, isMany, isShared, _frameworks.TextOf(flow, body.DisplayName, type?.Name ?? body.DisplayName))
        {
            EndsAtAwait = _frameworks.EndsAtAwait(flow),
            Meets = _frameworks.MetBy(flow),
            Exclusion = type is not null && type.Attributes.Any(id => _frameworks.IsExclusive(id.Substring(2))) ? type.Id : null,
        };

    private static bool IsApart(string memberName) => Teardown.Disposes(memberName) || Teardown.IsOfEveryObject(memberName);
}
