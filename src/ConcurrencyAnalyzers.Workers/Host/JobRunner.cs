using System.Collections.Concurrent;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>Runs jobs one after the other on the thread that calls it, and sends what comes out.</summary>
internal sealed class JobRunner(IMessageChannel channel, Inbox inbox)
{
    private readonly ConcurrentDictionary<int, byte[]> _definitions = new();
    private readonly Dictionary<int, BoundMethod> _methods = [];
    private readonly FrameBuffer _answer = new();
    private volatile RunningPorts? _ports;
    private readonly ExecutionContext? _clean = ExecutionContext.Capture();

    /// <summary>Remembers a method for later; may be called by another thread.</summary>
    public void Define(int number, byte[] definition) => _definitions[number] = definition;

    /// <summary>Takes what a caller says to an argument of the running job; called by the thread that reads the channel.</summary>
    public void ReceivePort(long jobId, ReadOnlySpan<byte> payload)
    {
        if (_ports is { } running && running.JobId == jobId)
            running.Ports.Receive(payload);
    }

    /// <summary>Runs a job and sends its result or its exception. Gives what the job means as an exit code.</summary>
    public int Run(Inbox.Item job, CancellationToken cancellationToken)
    {
        var kind = FrameKind.Result;
        var exitCode = 0;
        _answer.Reset();
        var line = new ChannelPortLine(channel, FrameKind.PortToCaller, job.Id);
        var ports = new JobPorts(line);
        _ports = new RunningPorts(job.Id, ports);
        try
        {
            // Cultures and async-locals that a job sets end with it.
            if (_clean is null)
                exitCode = Invoke(job, ports, cancellationToken);
            else
                ExecutionContext.Run(_clean, _ => exitCode = Invoke(job, ports, cancellationToken), null);
            _answer.CheckSize();
        }
        catch (Exception e)
        {
            kind = FrameKind.Failure;
            exitCode = 1;
            _answer.Reset();
            RemoteError.Write(_answer, e);
        }
        inbox.Finish();
        _ports = null;
        line.Close();
        ports.Close();
        Console.Out.Flush();
        Console.Error.Flush();
        try
        {
            channel.Send(_answer, kind, job.Id);
        }
        catch (IOException)
        {
            // The parent is gone; the thread that watches the channel ends this process.
        }
        return exitCode;
    }

    private int Invoke(Inbox.Item job, JobPorts ports, CancellationToken cancellationToken)
    {
        try
        {
            var payload = job.NewReader();
            return Find(payload.ReadInt32()).Run(WireCodec.Default, ref payload, _answer, ports, cancellationToken);
        }
        finally
        {
            job.Rest?.SkipRest();
        }
    }

    private sealed record RunningPorts(long JobId, JobPorts Ports);

    private BoundMethod Find(int number)
    {
        if (_methods.TryGetValue(number, out var method))
            return method;
        if (!_definitions.TryGetValue(number, out var definition))
            throw new InvalidDataException($"Method {number} was never announced.");
        method = new BoundMethod(MethodReference.Resolve(definition));
        _methods.Add(number, method);
        return method;
    }
}
