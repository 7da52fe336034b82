namespace ConcurrencyAnalyzers.Workers.Transport;

internal static class FrameKinds
{
    /// <summary>It concerns jobs that the worker has, so it may not wait behind them.</summary>
    public static bool Interferes(FrameKind kind) =>
        kind is FrameKind.Cancel or FrameKind.Recall or FrameKind.Kill or FrameKind.PortToJob or FrameKind.LockAnswer or FrameKind.Forget;
}
