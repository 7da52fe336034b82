using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>The job's ends of all ports of one job. The thread that reads the channel brings what callers say. Thread-safe.</summary>
internal sealed class JobPorts(IPortLine? line)
{
    /// <summary>For methods all of whose arguments are copied.</summary>
    public static JobPorts None { get; } = new(null);

    private readonly object _gate = new();
    private readonly List<WorkerPort> _ports = [];

    /// <summary>Makes the value that the method gets for the argument.</summary>
    public object Open(int number, PortShape shape, WireCodec codec)
    {
        var port = shape.NewWorkerPort(number, codec, line ?? throw new InvalidOperationException());
        lock (_gate)
            _ports.Add(port);
        return port.Value;
    }

    public void Receive(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var (number, op) = PortMessage.Read(ref reader);
        WorkerPort? port;
        lock (_gate)
            port = _ports.Find(p => p.Number == number);
        port?.Receive(op, reader.Take(reader.Remaining));
    }

    /// <summary>Blocks until all that the job sent has been taken: then the job's task may end.</summary>
    public void WaitUntilTaken()
    {
        foreach (var port in Snapshot())
            port.WaitUntilTaken();
    }

    /// <summary>The job has ended: nothing more travels, and nobody waits any longer.</summary>
    public void Close()
    {
        foreach (var port in Snapshot())
            port.Close(null);
    }

    private WorkerPort[] Snapshot()
    {
        lock (_gate)
            return [.. _ports];
    }
}
