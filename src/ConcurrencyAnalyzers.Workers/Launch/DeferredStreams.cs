using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>The standard streams of a process, usable from before it is up.</summary>
internal sealed class DeferredStreams
{
    private readonly TaskCompletionSource<Stream?> _input = New();
    private readonly TaskCompletionSource<Stream?> _output = New();
    private readonly TaskCompletionSource<Stream?> _error = New();

    public DeferredStreams()
    {
        Input = new StreamWriter(new DeferredStream(_input.Task, writes: true)) { AutoFlush = true };
        Output = new StreamReader(new DeferredStream(_output.Task, writes: false));
        Error = new StreamReader(new DeferredStream(_error.Task, writes: false));
    }

    public StreamWriter Input { get; }

    public StreamReader Output { get; }

    public StreamReader Error { get; }

    /// <summary>The process is up, or (<see langword="null"/>) will never be. Further calls do nothing.</summary>
    public void Connect(Process? process)
    {
        _input.TrySetResult(process?.StandardInput.BaseStream);
        _output.TrySetResult(process?.StandardOutput.BaseStream);
        _error.TrySetResult(process?.StandardError.BaseStream);
    }

    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
        Error.Dispose();
    }

    private static TaskCompletionSource<Stream?> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
