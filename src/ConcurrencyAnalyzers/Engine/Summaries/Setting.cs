using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// What a parameter, or a field that is set at construction alone, is on the way to an access: a call that hands in something else, or
/// an object that was made with something else, never gets there.
/// </summary>
/// <param name="Subject">The id of the parameter or field.</param>
/// <param name="Constant">A constant, or several, a line each.</param>
/// <param name="IsEqual">It is one of these; otherwise none of them.</param>
internal sealed record Setting(string Subject, string Constant, bool IsEqual)
{
    public static readonly ImmutableHashSet<Setting> None = ImmutableHashSet<Setting>.Empty;

    /// <summary>The object, where it is a field of one; null for parameters and statics.</summary>
    public AccessPath? Owner { get; init; }

    /// <summary>A static field.</summary>
    public bool IsOfType { get; init; }

    /// <summary>What the one call that led here handed in, whatever that was.</summary>
    public bool IsOfCall { get; init; }

    /// <summary>How null is written.</summary>
    public const string Null = "";

    /// <summary>The bool that it is; null for other values.</summary>
    public bool? Flag => Constant switch { "True" => IsEqual, "False" => !IsEqual, _ => null };

    /// <summary>With this value the access is come to.</summary>
    public bool Allows(string constant) => IsEqual == Has(constant);

    /// <summary>No single run of a body does both.</summary>
    public static bool ExcludeInOneRun(Effect here, Effect there) =>
        Exclude(here.Settings, there.Settings, static (one, other) => one.Owner is null || one.Owner is { Root: RootKind.This, Steps.IsEmpty: true } && one.Owner.Equals(other.Owner));

    /// <summary>No two runs do both to one object: what was settled when it was made stands between them.</summary>
    public static bool Exclude(Effect here, Effect there) =>
        Exclude(here.Settings, there.Settings, (one, other) => one.IsOfType || one.IsOfOwnerOf(here.Path) && other.IsOfOwnerOf(there.Path) && one.Owner!.Steps.Length == other.Owner!.Steps.Length);

    /// <summary>The state is a part of the object.</summary>
    private bool IsOfOwnerOf(AccessPath state) => Owner is { Steps.Length: var steps } && state.Steps.Length > steps && state.Prefix(steps).Equals(Owner);

    /// <summary>Flags have the same values on both ways.</summary>
    public static bool AreLike(ImmutableHashSet<Setting> here, ImmutableHashSet<Setting> there) =>
        ReferenceEquals(here, there) || HasFlagsOf(here, there) && HasFlagsOf(there, here);

    private static bool HasFlagsOf(ImmutableHashSet<Setting> here, ImmutableHashSet<Setting> there)
    {
        if (!there.IsEmpty)
            foreach (var setting in there)
                if (setting.IsFlag && !here.Contains(setting))
                    return false;
        return true;
    }

    private bool IsFlag => Constant is "True" or "False";

    /// <summary>What holds on each of several ways.</summary>
    public static ImmutableHashSet<Setting> Meet(IEnumerable<Effect> effects)
    {
        ImmutableHashSet<Setting>? met = null;
        foreach (var effect in effects)
            met = met is null || ReferenceEquals(met, effect.Settings) ? effect.Settings : met.Intersect(effect.Settings);
        return met ?? None;
    }

    private static bool Exclude(ImmutableHashSet<Setting> here, ImmutableHashSet<Setting> there, Func<Setting, Setting, bool> counts)
    {
        if (here.IsEmpty || there.IsEmpty)
            return false;
        foreach (var one in here)
            foreach (var other in there)
                if (one.Subject == other.Subject && one.Contradicts(other) && counts(one, other))
                    return true;
        return false;
    }

    private bool Contradicts(Setting other) =>
        IsEqual ? Array.TrueForAll(Constants, constant => !other.Allows(constant)) : other.IsEqual && other.Contradicts(this);

    private bool Has(string constant) => Constant == constant || Constant.IndexOf('\n') >= 0 && Array.IndexOf(Constants, constant) >= 0;

    private string[] Constants => Constant.Split('\n');
}
