using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Members that end an object. They overlap with nothing that we know of, but with flows that are seen to go on: those
/// that poll until they are told to end, and those that the member waits for, until it has done so.
/// </summary>
internal sealed class Endings(IEnumerable<Summary> all)
{
    private readonly Summary[] _endings = all.Where(static summary => !summary.Body.IsNested && IsEnding(summary.Body.DisplayName)).ToArray();

    public static bool IsEnding(string memberName) => Teardown.Ends(memberName) || Teardown.IsOfEveryObject(memberName);

    /// <summary>What a flow may poll that goes on until then.</summary>
    public Dictionary<AccessPath, Lazy<Use[]>> Writes() => ByState(
        from summary in _endings
        from effect in summary.Effects
        where effect is { IsInvocation: false, IsSignal: false, IsContent: false, Writes: true, Path.Root: RootKind.This or RootKind.Static }
        select new Use(summary, effect));

    /// <summary>What is done before the flow has been waited for: who waits for its end knows that it may be running.</summary>
    public Dictionary<AccessPath, Lazy<Use[]>> BeforeWaitFor(Fork fork) => ByState(
        from summary in _endings
        where summary.JoinedPaths.Any(path => fork.HandleKeys.Contains(path.Key))
        from effect in summary.Effects
        where effect is { IsInvocation: false, IsSignal: false, Path.Root: RootKind.This or RootKind.Static } && !effect.Joined.Overlaps(fork.HandleKeys)
        select new Use(summary, effect));

    /// <summary>Who takes a lock for it shows what the lock is for.</summary>
    public ILookup<AccessPath, Use> Guarded() => (
        from summary in _endings
        where summary.Body.Kind is BodyKind.Method or BodyKind.Accessor
        from effect in summary.Effects
        where effect is { IsInvocation: false, IsSignal: false, IsWeak: false, Path.Root: RootKind.This or RootKind.Static } && effect.Locks.Held.Any()
        select new Use(summary, effect)).ToLookup(static access => access.Effect.Path);

    /// <summary>Keys of the locks that endings take.</summary>
    public HashSet<string> Locks() => new(
        _endings.SelectMany(static summary => summary.Held.Values.Append(summary.Acquired)).SelectMany(static locks => locks.Held).Where(static held => held.Mode == LockMode.Exclusive).Select(static held => held.Path.Key), StringComparer.Ordinal);

    private static Dictionary<AccessPath, Lazy<Use[]>> ByState(IEnumerable<Use> uses) =>
        uses.GroupBy(static access => access.Effect.Path).ToDictionary(static group => group.Key, static group => new Lazy<Use[]>(() => group.ToArray()));
}
