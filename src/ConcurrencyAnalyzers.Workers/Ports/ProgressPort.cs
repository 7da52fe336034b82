using ConcurrencyAnalyzers.Workers.Codecs;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>The caller's <see cref="IProgress{T}"/>: gets each report in order, before the job's task ends.</summary>
internal sealed class ProgressCallerPort<T>(int number, WireCodec codec, IProgress<T> progress) : CallerPort(number, codec)
{
    protected override int Window => ProgressWorkerPort<T>.Window;

    protected override Task HandleAsync(PortOp op, byte[] body, IPortLine? line)
    {
        if (op != PortOp.Item)
            throw new InvalidDataException($"Progress does not say {op}.");
        progress.Report(Codec.Read<T>(body));
        return Task.CompletedTask;
    }
}

/// <summary>
/// The job's <see cref="IProgress{T}"/>. A report waits only while so many are unhandled; one that is made after the job
/// has ended goes nowhere.
/// </summary>
internal sealed class ProgressWorkerPort<T>(int number, WireCodec codec, IPortLine line) : WorkerPort(number, codec, line), IProgress<T>
{
    public const int Window = 64;

    private readonly SendWindow _window = new(Window);

    public override object Value => this;

    public void Report(T value)
    {
        if (!_window.WaitForPlace())
            return;
        try
        {
            if (Line.Send((Port: this, value), static (buffer, s) => PortMessage.WriteItem(buffer, s.Port.Number, s.Port.Codec, s.value)))
                return;
        }
        catch
        {
            _window.GiveBack(1);
            throw;
        }
        _window.Close();
    }

    public override void Receive(PortOp op, ReadOnlySpan<byte> body)
    {
        if (op == PortOp.Taken)
            _window.GiveBack(ReadCount(body));
    }

    public override void WaitUntilTaken() => _window.WaitUntilEmpty();

    public override void Close(Exception? reason) => _window.Close();
}
