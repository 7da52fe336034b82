using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>What all accesses of one program together say about locks and those who hold them. Lives for one analysis.</summary>
internal sealed class GuardUses
{
    private readonly SiblingTypes _siblings;
    private readonly LockSites _sites;
    private readonly Func<AccessPath, bool> _isDataOfOthers;
    private readonly Func<Effect, bool> _isOfOneWriter;

    /// <summary>By the key of a lock, the members that hold it while they touch any state of the type.</summary>
    private readonly Dictionary<string, HashSet<string>> _holders = new(StringComparer.Ordinal);

    /// <summary>Keys of locks that are held exclusively around some access.</summary>
    private readonly HashSet<string> _exclusive = new(StringComparer.Ordinal);

    /// <summary>Keys of locks that are taken exclusively where the object ends.</summary>
    private readonly HashSet<string> _endings;

    /// <param name="endings">Keys of locks that are taken exclusively where the object ends.</param>
    /// <param name="isDataOfOthers">Whether a lock is an object that others have too, and that is changed under it.</param>
    /// <param name="isOfOneWriter">Whether a volatile state is changed by one thread at a time, for others to see.</param>
    public GuardUses(SiblingTypes siblings, IEnumerable<Use> accesses, LockSites sites, HashSet<string> endings, Func<AccessPath, bool> isDataOfOthers, Func<Effect, bool> isOfOneWriter)
    {
        (_siblings, _sites, _endings, _isDataOfOthers, _isOfOneWriter) = (siblings, sites, endings, isDataOfOthers, isOfOneWriter);
        foreach (var (_, access) in accesses)
            foreach (var held in access.Locks.Held)
            {
                var key = HolderKey(access, held.Path);
                if (!_holders.TryGetValue(key, out var members))
                    _holders[key] = members = new(StringComparer.Ordinal);
                members.Add(access.MemberName);
                if (held.Mode != Locks.LockMode.Shared)
                    _exclusive.Add(held.Path.Key);
            }
    }

    public string? SiteOf(Effect access, AccessPath guard) => _sites.Of(access, guard);

    public bool IsOwn(Effect access, string lockKey) => _sites.IsOwn(access, lockKey);

    public bool IsDataOfOthers(AccessPath guard) => _isDataOfOthers(guard);

    public bool IsOfOneWriter(Effect access) => _isOfOneWriter(access);

    public bool Exclude(Effect left, Effect right) => _siblings.Exclude(left, right);

    public bool Inherits(string type, string from) => _siblings.Inherits(type, from);

    /// <summary>Nobody holds the lock exclusively but who ends the object.</summary>
    public bool IsMark(string lockKey) => _endings.Contains(lockKey) && !_exclusive.Contains(lockKey);

    public int HoldersOf(Effect access, AccessPath guard) => _holders.TryGetValue(HolderKey(access, guard), out var members) ? members.Count : 0;

    private static string HolderKey(Effect access, AccessPath guard) =>
        guard.Root == RootKind.This && guard.Steps.IsEmpty ? "this of " + access.Path.Steps.FirstOrDefault()?.Field?.OwnerId : guard.Key;
}

/// <summary>
/// What is asked about one state to judge its guard, with the answers, as <see cref="Inquiry"/> does for summaries. Not
/// thread-safe; the answers are not changed once the state has been judged.
/// </summary>
internal sealed class GuardInquiry(GuardUses uses)
{
    private readonly List<Func<GuardUses, bool>> _answers = [];

    public string? SiteOf(Effect access, AccessPath guard)
    {
        var site = uses.SiteOf(access, guard);
        _answers.Add(other => other.SiteOf(access, guard) == site);
        return site;
    }

    public bool IsOwn(Effect access, string lockKey)
    {
        var isOwn = uses.IsOwn(access, lockKey);
        _answers.Add(other => other.IsOwn(access, lockKey) == isOwn);
        return isOwn;
    }

    public bool IsDataOfOthers(AccessPath guard)
    {
        var isData = uses.IsDataOfOthers(guard);
        _answers.Add(other => other.IsDataOfOthers(guard) == isData);
        return isData;
    }

    public bool IsOfOneWriter(Effect access)
    {
        var isOfOne = uses.IsOfOneWriter(access);
        if (access.Path.Storage is { IsVolatile: true })
            _answers.Add(other => other.IsOfOneWriter(access) == isOfOne);
        return isOfOne;
    }

    public bool Exclude(Effect left, Effect right)
    {
        var exclude = uses.Exclude(left, right);
        _answers.Add(other => other.Exclude(left, right) == exclude);
        return exclude;
    }

    public bool Inherits(string type, string from)
    {
        var inherits = uses.Inherits(type, from);
        _answers.Add(other => other.Inherits(type, from) == inherits);
        return inherits;
    }

    public bool IsMark(string lockKey)
    {
        var isMark = uses.IsMark(lockKey);
        _answers.Add(other => other.IsMark(lockKey) == isMark);
        return isMark;
    }

    public int HoldersOf(Effect access, AccessPath guard)
    {
        var holders = uses.HoldersOf(access, guard);
        _answers.Add(other => other.HoldersOf(access, guard) == holders);
        return holders;
    }

    /// <summary>Whether another program answers the same.</summary>
    public bool Holds(GuardUses other)
    {
        foreach (var holds in _answers)
            if (!holds(other))
                return false;
        return true;
    }

    /// <summary>From here on only the answers are needed.</summary>
    public void Close() => uses = null!;
}
