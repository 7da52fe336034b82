using System;

namespace RealCode.DocumentedForManyUsers;

/// <summary>Hands out the parts of a remote file.</summary>
/// <threadsafety static="false" instance="true"/>
public sealed class PartReader
{
    private readonly object _lock = new();
    private readonly byte[] _buffer = new byte[4096];
    private int _position;

    public int ReadByte()
    {
        lock (_lock)
        {
            return _position == _buffer.Length ? -1 : _buffer[_position++];
        }
    }

    public void Skip(int count)
    {
        lock (_lock)
        {
            _position = Math.Min(_position + count, _buffer.Length);
        }
    }

    public void Rewind()
    {
        lock (_lock)
        {
            _position = 0;
        }
    }

    public int ReadNext()
    {
        return _position == _buffer.Length ? -1 : _buffer[_position++]; // expect: INCONSISTENT_LOCK
    }
}
