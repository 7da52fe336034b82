// A connection's own callback writes while its callers do: two writers on one stream.
using System;
using System.IO;

public sealed class Chatter
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[64];
    private readonly object _gate = new();
    private int _received;

    public Chatter(Stream stream) => _stream = stream;

    public int Received
    {
        get
        {
            lock (_gate)
                return _received;
        }
    }

    public void Start() => _stream.BeginRead(_buffer, 0, _buffer.Length, Answer, null);

    public void Say(byte[] bytes) => _stream.Write(bytes, 0, bytes.Length);  // expect: RACE

    private void Answer(IAsyncResult result)
    {
        var count = _stream.EndRead(result);
        lock (_gate)
            _received += count;
        _stream.Write(_buffer, 0, count);  // expect: RACE
    }
}
