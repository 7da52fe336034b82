namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>
/// A standard stream of a process that may not be up yet: each read or write waits for it. When the process never comes up,
/// reads find the end and writes throw <see cref="IOException"/>.
/// </summary>
internal sealed class DeferredStream(Task<Stream?> stream, bool writes) : Stream
{
    public override bool CanRead => !writes;

    public override bool CanWrite => writes;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => stream.GetAwaiter().GetResult()?.Read(buffer, offset, count) ?? 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await stream.WaitAsync(cancellationToken).ConfigureAwait(false) is { } open ? await open.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) : 0;

    public override void Write(byte[] buffer, int offset, int count) => (stream.GetAwaiter().GetResult() ?? throw NeverUp()).Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var open = await stream.WaitAsync(cancellationToken).ConfigureAwait(false) ?? throw NeverUp();
        await open.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override void Flush()
    {
        if (stream.IsCompletedSuccessfully)
            stream.Result?.Flush();
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _ = stream.ContinueWith(static s => s.Result?.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        base.Dispose(disposing);
    }

    private static IOException NeverUp() => new("The process did not come up, so nobody reads its standard input.");
}
