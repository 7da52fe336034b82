using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>
/// Whether an object is still its maker's own: in constructors and initialisers, in what only they call, and in the
/// body that has just created it.
/// </summary>
internal sealed class ConstructionPhase(SummaryTable table, EntryLocks entry)
{
    private const int MaxFactories = 3;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether the access is to an object, or to static state, under construction.</summary>
    public bool Covers(BodyFacts body, AccessPath path) => path.Root switch
    {
        RootKind.This => Runs(body.Id, isStatic: false),
        RootKind.Static => Runs(body.Id, isStatic: true),
        _ => IsFresh(path, body),
    };

    /// <summary>Whether the object was made in this body, or in the one around it, and no started flow has it.</summary>
    public bool IsFresh(AccessPath path, BodyFacts body) => path.Root == RootKind.Object && !entry.IsStarted(body.Id) && IsMade(path, 0);

    /// <summary>Made by a constructor, by <c>with</c>, or by a member that made it and kept no hold of it.</summary>
    private bool IsMade(AccessPath path, int depth)
    {
        if (path.RootId.LastIndexOf('!') is not (> 0 and var mark) || !int.TryParse(path.RootId.Substring(mark + 1), out var number) || table.Program.Body(path.RootId.Substring(0, mark)) is not { } maker)
            return false;
        foreach (var call in maker.Root.All().OfType<Call>())
            if (call.Number == number)
                return call.IsConstruction || depth < MaxFactories && call.Method is { IsSource: true, IsDispatched: false }
                    && table.Of(call.Method.Id)?.Result.Single is { Root: RootKind.Object, Steps.IsEmpty: true } made && IsMade(made, depth + 1);
        return true;
    }

    /// <summary>Whether the body runs as part of construction only.</summary>
    private bool Runs(string bodyId, bool isStatic)
    {
        var key = (isStatic ? "s" : "i") + bodyId;
        if (_known.TryGetValue(key, out var known))
            return known;
        _known[key] = true;
        return _known[key] = Decide(bodyId, isStatic);
    }

    private bool Decide(string bodyId, bool isStatic)
    {
        if (table.Program.Body(bodyId) is not { } body)
            return false;
        if (isStatic ? body.Kind is BodyKind.StaticConstructor or BodyKind.StaticInitializer : body.Kind is BodyKind.Constructor or BodyKind.Initializer or BodyKind.Finalizer || body.IsInitOnly)
            return true;
        if (entry.IsStarted(bodyId) || !body.IsPrivate && !body.IsNested || !entry.IsCalled(bodyId))
            return false;
        return entry.SitesOf(bodyId).All(site => Runs(site.CallerId, isStatic) && (isStatic || site.OnThis)
            || !isStatic && site.Receiver is { } receiver && table.Program.Body(site.CallerId) is { } caller && IsFresh(receiver, caller));
    }
}
