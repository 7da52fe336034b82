namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>The part of a worker's stack trace that is the user's: from the throw up to the method that was called.</summary>
internal static class RemoteStack
{
    public static string Trim(string? stackTrace)
    {
        if (stackTrace is null)
            return "";
        var lines = stackTrace.Split('\n');
        var end = Array.FindIndex(lines, IsPlumbing);
        var kept = end > 0 ? lines[..end] : lines;
        return string.Join('\n', kept).TrimEnd();
    }

    // "at InvokeStub_Program.F(...)", "at System.Reflection.MethodInvoker.Invoke(...)", "at ...BoundMethod.Run(...)"
    private static bool IsPlumbing(string line) =>
        line.Contains(" InvokeStub_", StringComparison.Ordinal)
        || line.Contains($" {typeof(BoundMethod).FullName}.", StringComparison.Ordinal)
        || line.Contains($" {typeof(BoundFunction<,>).FullName}.", StringComparison.Ordinal)
        || line.Contains(" System.Reflection.MethodInvoker.", StringComparison.Ordinal)
        || line.Contains(" System.Reflection.MethodBaseInvoker.", StringComparison.Ordinal)
        || line.Contains(" System.RuntimeMethodHandle.InvokeMethod", StringComparison.Ordinal);
}
