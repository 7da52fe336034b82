namespace ConcurrencyAnalyzers.Workers.Transport;

internal static class FrameKinds
{
    /// <summary>To a worker that runs a job it may matter at once: it may not wait behind jobs.</summary>
    public static bool Interferes(FrameKind kind) => kind is not (FrameKind.Welcome or FrameKind.Define or FrameKind.Run or FrameKind.Shutdown);
}
