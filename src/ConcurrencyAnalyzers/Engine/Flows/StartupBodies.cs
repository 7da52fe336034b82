using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>Bodies that run only while the program starts: nothing but the entry point, constructors and other such bodies calls them.</summary>
internal sealed class StartupBodies(ProgramIndex program, Roots roots, EntryLocks calls)
{
    private const int MaxDepth = 6;

    public bool Contains(BodyFacts body) => body.Kind is BodyKind.Method or BodyKind.Accessor && IsCalledAtStartup(body, 0, new(StringComparer.Ordinal));

    private bool IsCalledAtStartup(BodyFacts body, int depth, HashSet<string> seen)
    {
        if (depth > MaxDepth || !seen.Add(body.Id))
            return false;
        var callers = calls.CallersOf(body.Id).Concat(program.ImplementedBy(body.Id).SelectMany(calls.CallersOf)).Distinct().ToArray();
        return callers.Length > 0 && callers.All(id => program.Body(id) is { } caller && (roots.IsStartup(caller) || caller.Kind is BodyKind.Method or BodyKind.Accessor && IsCalledAtStartup(caller, depth + 1, seen)));
    }
}
