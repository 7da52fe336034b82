using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>The value that a parameter of type bool has on the way to an access: a call that hands in the other never gets there.</summary>
/// <param name="Parameter">The parameter's id.</param>
internal sealed record Setting(string Parameter, bool Value)
{
    public static readonly ImmutableHashSet<Setting> None = ImmutableHashSet<Setting>.Empty;

    /// <summary>No single run of a body does both.</summary>
    public static bool Exclude(ImmutableHashSet<Setting> here, ImmutableHashSet<Setting> there)
    {
        if (here.IsEmpty || there.IsEmpty)
            return false;
        foreach (var setting in here)
            if (there.Contains(setting with { Value = !setting.Value }))
                return true;
        return false;
    }
}
