using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>The console of a worker's jobs: what they write goes to the parent, and is out before the answer of the job that wrote it.</summary>
internal sealed class JobConsole(IMessageChannel channel)
{
    private readonly ForwardingWriter _output = new(channel, 1);
    private readonly ForwardingWriter _error = new(channel, 2);
    private TextWriter? _sharedOutput;
    private TextWriter? _sharedError;

    public void Redirect()
    {
        Console.SetOut(_output);
        Console.SetError(_error);
        (_sharedOutput, _sharedError) = (Console.Out, Console.Error);
    }

    /// <summary>At the end of a job. Most write nothing, and then there is nothing to lock.</summary>
    public void Flush()
    {
        Flush(Console.Out, _sharedOutput, _output);
        Flush(Console.Error, _sharedError, _error);
    }

    private static void Flush(TextWriter current, TextWriter? ours, ForwardingWriter writer)
    {
        if (current != ours || writer.HasText)
            current.Flush();
    }
}
