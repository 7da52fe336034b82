// Writers take turns under the lock, the end of a read too; the read is begun without it, by the one who reads.
using System;
using System.IO;

public sealed class QuietChatter
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[64];
    private readonly object _gate = new();

    public QuietChatter(Stream stream) => _stream = stream;

    public void Start() => _stream.BeginRead(_buffer, 0, _buffer.Length, Answer, null);

    public void Say(byte[] bytes)
    {
        lock (_gate)
        {
            _stream.Write(bytes, 0, bytes.Length);
        }
    }

    private void Answer(IAsyncResult result)
    {
        lock (_gate)
        {
            var count = _stream.EndRead(result);
            _stream.Write(_buffer, 0, count);
        }
    }
}
