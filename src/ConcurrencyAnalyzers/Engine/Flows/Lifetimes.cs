using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>
/// How long the objects of a type live and who shares them, from what the program registers in containers and from
/// what types ask for in their constructors.
/// </summary>
internal sealed class Lifetimes
{
    private readonly ProgramIndex _program;
    private readonly Dictionary<string, HashSet<string>> _services = new(StringComparer.Ordinal);
    private readonly HashSet<string> _singletons = new(StringComparer.Ordinal);
    private readonly ILookup<string, TypeFacts> _askers;
    private readonly HashSet<string> _requested;
    private readonly Dictionary<string, FrameworkRoot[]> _roots = new(StringComparer.Ordinal);

    public Lifetimes(ProgramIndex program)
    {
        _program = program;
        var frameworks = program.Knowledge.Frameworks;
        foreach (var type in program.Types)
            if (frameworks.RootsOf(type).ToArray() is { Length: > 0 } roots)
                _roots[type.Id] = roots;
        _askers = program.Types.SelectMany(static type => type.Takes.Select(taken => new { Taken = taken, Type = type })).ToLookup(static pair => pair.Taken, static pair => pair.Type, StringComparer.Ordinal);
        _requested = new(program.Requested, StringComparer.Ordinal);
        ServesRequests = program.HasEndpoints || program.IsServerLibrary || _roots.Values.Any(static roots => roots.Any(static root => root is { Flow: "requests" or "shared", NeedsServer: false }));
        foreach (var byType in program.Registrations.GroupBy(static registration => registration.ImplementationId, StringComparer.Ordinal))
        {
            _services[byType.Key] = new(byType.Select(static registration => registration.ServiceId).Append(byType.Key), StringComparer.Ordinal);
            if (byType.All(static registration => registration.Lifetime == Lifetime.Singleton))
                _singletons.Add(byType.Key);
        }

        Jobs = new(program.Registrations.Where(static registration => registration.Lifetime == Lifetime.Job).Select(static registration => registration.ImplementationId), StringComparer.Ordinal);
        Scoped = new(program.Registrations.Where(static registration => registration.Lifetime == Lifetime.Scoped).Select(static registration => registration.ImplementationId), StringComparer.Ordinal);
    }

    /// <summary>The program, or whoever uses it, serves requests side by side.</summary>
    public bool ServesRequests { get; }

    /// <summary>Ids of the types that a scheduler is told to call.</summary>
    public HashSet<string> Jobs { get; }

    /// <summary>Ids of the types of which every request has its own object.</summary>
    public HashSet<string> Scoped { get; }

    public IReadOnlyCollection<FrameworkRoot> RootsOf(string typeId) =>
        _roots.TryGetValue(typeId, out var roots) ? ServesRequests ? roots : roots.Where(static root => !root.NeedsServer).ToArray() : [];

    public bool IsSingleton(TypeFacts type) => _singletons.Contains(type.Id) && !IsSerial(type);

    /// <summary>Used by one thread at a time, whoever holds it.</summary>
    public bool IsSerial(TypeFacts type) => type.Bases.Any(id => _program.Knowledge.Frameworks.IsSerial(id.Substring(2)));

    /// <summary>The flows that reach the one object of a singleton: "requests", or the names of the types whose loops do.</summary>
    public IReadOnlyCollection<string> SharersOf(TypeFacts singleton)
    {
        var flows = new SortedSet<string>(StringComparer.Ordinal);
        Collect(singleton, flows, new(StringComparer.Ordinal));
        return flows;
    }

    /// <summary>Whoever asks for the type in a constructor passes his own flows on; where nobody is seen to ask, any request may.</summary>
    private void Collect(TypeFacts type, SortedSet<string> flows, HashSet<string> seen)
    {
        if (!seen.Add(type.Id))
            return;
        var services = _services.TryGetValue(type.Id, out var known) ? known : new(StringComparer.Ordinal) { type.Id };
        var askers = services.SelectMany(service => _askers[service]).Where(asker => asker.Id != type.Id).ToArray();
        if (services.Any(_requested.Contains) || askers.Length == 0 && ServesRequests)
            flows.Add("requests");
        foreach (var asker in askers)
        {
            var roots = RootsOf(asker.Id).Where(static root => root.Flow != "stop").ToArray();
            foreach (var root in roots)
                flows.Add(root.IsMany ? "requests" : asker.Name);
            if (roots.Length == 0)
                Collect(asker, flows, seen);
            else if (_singletons.Contains(asker.Id) && ServesRequests)
                flows.Add("requests");
        }
    }
}
