using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>The caller's ends of all ports of one job. Filled before the job is submitted, thread-safe afterwards.</summary>
internal sealed class CallerPorts
{
    private readonly List<CallerPort> _ports = [];

    /// <summary>What the caller's own code threw while it handled what the job sent; <see langword="null"/> if nothing did.</summary>
    public Exception? Failure => _ports.Find(p => p.Failure is not null)?.Failure;

    public void Add(CallerPort port) => _ports.Add(port);

    public void Attach(IPortLine line) => _ports.ForEach(p => p.Attach(line));

    public void Detach() => _ports.ForEach(p => p.Detach());

    public void JobEnded(Exception? error) => _ports.ForEach(p => p.JobEnded(error));

    /// <summary>Throws <see cref="InvalidDataException"/> for what a job cannot say.</summary>
    public void Receive(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var (number, op) = PortMessage.Read(ref reader);
        var port = _ports.Find(p => p.Number == number) ?? throw new InvalidDataException($"The job has no port {number}.");
        port.Receive(op, reader.Take(reader.Remaining));
    }
}
