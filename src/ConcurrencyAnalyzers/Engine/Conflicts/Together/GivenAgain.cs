using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// One object serves as the parameter of several flows: it is filled, handed to a flow that is started, and filled again for
/// the next one while the first may still be reading.
/// </summary>
internal static class GivenAgain
{
    /// <summary>The store stands before the start, and runs beside it: so there is a turn to follow.</summary>
    public static bool Is(Effect write, Effect read, Fork fork) =>
        write is { Writes: true, IsUpdate: false, IsContent: false, IsAtomic: false, InLoop: true, Trace.IsEmpty: true, Locks.IsEmpty: true } && (write.Kind & AccessKind.Constant) == 0
        && read is { Writes: false, IsAtomic: false, Locks.IsEmpty: true }
        && !fork.IsImported && write.Place.FilePath == fork.Place.FilePath && write.Place.Span.End <= fork.Place.Span.Start
        && !write.Path.Steps.IsEmpty && fork.Given.Contains(write.Path.Parent.Key);
}
