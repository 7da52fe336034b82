using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// A field in which a run keeps what it was given, for another member to read it further on, like a parameter: another run,
/// which has the same field, puts its own there meanwhile. What is made once and looked for first is the same to all; only
/// what comes in with a run is its own.
/// </summary>
internal static class KeptForItself
{
    public static bool Is(Effect write, IReadOnlyCollection<Effect> ofRun) =>
        write is { Writes: true, IsUpdate: false, IsContent: false, IsAtomic: false, IsWeak: false, Locks.IsEmpty: true } && (write.Kind & (AccessKind.Given | AccessKind.Constant)) == AccessKind.Given
        && ofRun.Any(read => IsPlainRead(read, write) && read.BodyId != write.BodyId && read.Locks.IsEmpty && IsBefore(write, read))
        && !ofRun.Any(read => IsPlainRead(read, write) && (read.Kind & AccessKind.Test) != 0 && IsBefore(read, write));

    private static bool IsPlainRead(Effect read, Effect write) =>
        read is { Writes: false, Reads: true, IsAtomic: false, IsInvocation: false, IsSignal: false } && read.Path.Equals(write.Path);

    /// <summary>In the body in which the ways to the two part, the one stands before the other.</summary>
    private static bool IsBefore(Effect first, Effect second)
    {
        for (var i = 0; i <= first.Trace.Length && i <= second.Trace.Length; i++)
        {
            var (one, other) = (At(first, i), At(second, i));
            if (one != other)
                return one.FilePath == other.FilePath && one.Span.End <= other.Span.Start;
        }

        return false;
    }

    private static Place At(Effect effect, int step) => step < effect.Trace.Length ? effect.Trace[step] : effect.Place;
}
