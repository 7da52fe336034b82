using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Writes that belong to a checked one: <c>if (x &gt; _max) { _max = x; _where = here; }</c>. Where two runs get through the
/// check, each of the two states can be left by another run.
/// </summary>
internal static class Companions
{
    /// <summary>Whether the write stands in the arm of a test of another state, which that arm writes too.</summary>
    public static bool IsCompanion(ProgramIndex program, Effect write, IReadOnlyCollection<Effect> effects)
    {
        if (write is not { Writes: true, IsUpdate: false, IsAtomic: false, IsContent: false } || (write.Kind & AccessKind.Constant) != 0 || program.Body(write.BodyId) is not { } body)
            return false;
        Branch[]? around = null;
        foreach (var checkedWrite in effects)
        {
            if (checkedWrite.BodyId != write.BodyId || checkedWrite.Path.Equals(write.Path) || checkedWrite.Path.RootKey != write.Path.RootKey && !AreVariables(write, checkedWrite) || !ForkConflicts.Checks(checkedWrite, effects))
                continue;
            around ??= body.Root.All().OfType<Branch>().Where(branch => branch.Arms.Any(arm => arm.Span.Contains(write.Place.Span))).ToArray();
            if (around.Any(branch => branch.Arms.Any(arm => arm.Span.Contains(write.Place.Span) && arm.Span.Contains(checkedWrite.Place.Span))
                && effects.Any(read => read.BodyId == write.BodyId && !read.Writes && read.Path.Equals(checkedWrite.Path) && branch.Condition.Span.Contains(read.Place.Span))))
                return true;
        }

        return false;
    }

    private static bool AreVariables(Effect one, Effect other) => one.Path is { Root: Locations.RootKind.Local, Steps.IsEmpty: true } && other.Path is { Root: Locations.RootKind.Local, Steps.IsEmpty: true };
}
