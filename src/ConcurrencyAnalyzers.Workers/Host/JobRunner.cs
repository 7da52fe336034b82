using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>Runs jobs one after the other on the thread that calls it, and sends what comes out.</summary>
internal sealed class JobRunner(IMessageChannel channel, Inbox inbox, JobConsole console)
{
    private readonly Dictionary<int, byte[]> _definitions = []; // also its lock
    private readonly Dictionary<int, IBoundMethod> _methods = [];
    private readonly FrameBuffer _answer = new();
    private volatile RunningPorts? _ports;
    private WireCodec? _codec;
    private Inbox.Item? _job;
    private int _number;
    private int _rest; // where the trace begins
    private int _exitCode;
    private ExecutionContext? _clean = ExecutionContext.Capture();

    /// <summary>Remembers a method for later; may be called by another thread.</summary>
    public void Define(int number, byte[] definition)
    {
        lock (_definitions)
            _definitions[number] = definition;
    }

    /// <summary>Makes a method ready to be called, in the course of a job. <see langword="false"/>: that would run something of the user's.</summary>
    public bool Prepare(int number, byte[] definition)
    {
        if (!Rehearsal.IsSilent(MethodReference.Resolve(definition)))
            return false;
        Define(number & ~ChunkFormat.Mark, definition);
        Find(number).Prepare(WireCodec.Default); // the user's codec waits for the first job: to bind it may run an initializer
        return true;
    }

    /// <summary>Takes what a caller says to an argument of the running job; called by the thread that reads the channel.</summary>
    public void ReceivePort(long jobId, ReadOnlySpan<byte> payload)
    {
        if (_ports is { } running && running.JobId == jobId)
            running.Ports.Receive(payload);
    }

    /// <summary>Runs a job and sends its result or its exception. Gives what the job means as an exit code.</summary>
    public int Run(Inbox.Item job)
    {
        var kind = FrameKind.Result;
        (_job, _exitCode) = (job, 0);
        _answer.Reset();
        try
        {
            FollowCulture(job);
            // Cultures and async-locals that a job sets end with it.
            if (_clean is null)
                Invoke();
            else
                ExecutionContext.Run(_clean, static s => ((JobRunner)s!).Invoke(), this);
            _answer.CheckSize();
        }
        catch (Exception e)
        {
            kind = FrameKind.Failure;
            _exitCode = 1;
            _answer.Reset();
            RemoteError.Write(_answer, e);
        }
        finally
        {
            job.Rest?.Skip();
        }
        inbox.Finish();
        ClosePorts();
        console.Flush();
        try
        {
            channel.Send(_answer, kind, job.Id);
        }
        catch (IOException)
        {
            // The parent is gone; the thread that watches the channel ends this process.
        }
        return _exitCode;
    }

    // The callers' cultures seldom change: outside of the context that ends with the job, they need not be set for each.
    private void FollowCulture(Inbox.Item job)
    {
        var payload = job.NewReader(0);
        _number = payload.ReadInt32();
        if (CallCulture.Apply(ref payload))
            _clean = ExecutionContext.Capture();
        _rest = job.Payload.Length - payload.Arrived;
    }

    private void Invoke()
    {
        var payload = _job!.NewReader(_rest);
        var method = Find(_number);
        var ports = JobPorts.None;
        if (method.HasPorts)
        {
            var line = new ChannelPortLine(channel, FrameKind.PortToCaller, _job.Id);
            ports = new JobPorts(line);
            _ports = new RunningPorts(_job.Id, line, ports);
        }
        // Where arguments stay connected, it also tells that their caller has stopped taking.
        var token = method.TakesToken || method.HasPorts ? inbox.TokenOf(_job.Id) : CancellationToken.None;
        _exitCode = method.Run(_codec ??= FindCodec(), ref payload, _answer, ports, token);
    }

    private void ClosePorts()
    {
        if (_ports is not { } running)
            return;
        _ports = null;
        running.Line.Close();
        running.Ports.Close();
    }

    private sealed record RunningPorts(long JobId, ChannelPortLine Line, JobPorts Ports);

    private byte[]? DefinitionOf(int number)
    {
        lock (_definitions)
            return _definitions.TryGetValue(number, out var definition) ? definition : null;
    }

    private WireCodec FindCodec()
    {
        if (DefinitionOf(WorkerMethod.CodecNumber) is not { } definition)
            return WireCodec.Default;
        var make = MethodReference.Resolve(definition);
        return new WireCodec((Func<IWorkerCodec>)Delegate.CreateDelegate(typeof(Func<IWorkerCodec>), MethodReference.TargetFor(make), make));
    }

    private IBoundMethod Find(int number)
    {
        if (_methods.TryGetValue(number, out var method))
            return method;
        if (DefinitionOf(number & ~ChunkFormat.Mark) is not { } definition)
            throw new InvalidDataException($"Method {number} was never announced.");
        var found = MethodReference.Resolve(definition);
        method = (number & ChunkFormat.Mark) == 0 ? BoundMethod.Create(found) : BoundChunk.Create(found);
        _methods.Add(number, method);
        return method;
    }
}
