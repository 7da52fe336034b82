using System;
using System.Threading.Tasks;

namespace RealCode.DocumentedForOneUser;

/// <summary>Reads a remote file through a buffer.</summary>
/// <threadsafety static="true" instance="false"/>
public sealed class RemoteReader
{
    private readonly object _lock = new();
    private readonly byte[] _buffer = new byte[4096];
    private readonly Func<byte[], int> _fetch;
    private int _position;
    private int _length;

    public RemoteReader(Func<byte[], int> fetch) => _fetch = fetch;

    public int ReadByte()
    {
        lock (_lock)
        {
            if (_position == _length)
            {
                _length = _fetch(_buffer);
                _position = 0;
            }

            return _length == 0 ? -1 : _buffer[_position++];
        }
    }

    public void Skip(int count)
    {
        lock (_lock)
        {
            _position = Math.Min(_position + count, _length);
        }
    }

    public void Rewind()
    {
        lock (_lock)
        {
            _position = 0;
        }
    }

    public async Task<int> ReadByteAsync()
    {
        if (_position == _length)
        {
            _length = await Task.Run(() => _fetch(_buffer));
            _position = 0;
        }

        return _length == 0 ? -1 : _buffer[_position++];
    }
}
