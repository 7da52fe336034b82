using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// The facts last read of each file, so that a new version of it takes over what an edit left alone. Keeps none of them
/// alive for long: they die with their trees. Thread-safe.
/// </summary>
internal static class FormerFacts
{
    private const int MaxFiles = 20_000;

    private static readonly object s_gate = new();
    private static readonly Dictionary<string, WeakReference<TreeFacts>> s_known = new(StringComparer.Ordinal);

    /// <summary>Notes the facts of a file, and gives those of its former version; null where none are left.</summary>
    public static TreeFacts? Exchange(string? assembly, TreeFacts facts)
    {
        var key = assembly + "|" + facts.FilePath;
        lock (s_gate)
        {
            var former = s_known.TryGetValue(key, out var known) && known.TryGetTarget(out var there) ? there : null;
            if (s_known.Count >= MaxFiles)
                s_known.Clear();
            s_known[key] = new(facts);
            return former;
        }
    }
}
