// A stream allows one operation at a time, so that whoever flushes is alone; the lock is there for something else.
namespace Cases.R106;

public sealed class Writer(Stream stream)
{
    private readonly object _gate = new();
    private readonly Stream _stream = stream;
    private readonly byte[] _buffer = new byte[1024];
    private int _position;
    private bool _isClosed;

    public async Task FlushAsync(CancellationToken cancellation)
    {
        if (_position == 0)
            return;
        await _stream.WriteAsync(_buffer, 0, _position, cancellation);
        _position = 0;
    }

    public void Put(byte value) => _buffer[_position++] = value;

    public void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    public bool IsClosed
    {
        get
        {
            lock (_gate)
                return _isClosed;
        }
    }
}
