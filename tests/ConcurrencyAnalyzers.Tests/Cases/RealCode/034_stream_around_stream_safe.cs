// A stream may be read while a write goes on; who wraps it keeps the order that every stream asks of its callers.
using System;
using System.IO;

public sealed class QueueingStream : Stream
{
    private readonly Stream _inner;
    private readonly object _gate = new();
    private int _pending;

    public QueueingStream(Stream inner) => _inner = inner;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _inner.Length;

    public override long Position
    {
        get => _inner.Position;
        set => _inner.Position = value;
    }

    public override void Flush() => _inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => _inner.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => _inner.Seek(offset, origin);

    public override void SetLength(long value) => _inner.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public void Send(byte[] bytes)
    {
        lock (_gate)
            Begin(bytes);
    }

    private void Begin(byte[] bytes)
    {
        _pending++;
        _inner.BeginWrite(bytes, 0, bytes.Length, result =>
        {
            _inner.EndWrite(result);
            lock (_gate)
            {
                _pending--;
                if (_pending > 0)
                    Begin(bytes);
            }
        }, null);
    }
}
