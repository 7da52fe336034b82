// A stream keeps its place under a lock; the property that everyone has to have is there for who is alone with the stream.
namespace Cases.L042;

public sealed class Tape(byte[] data)
{
    private readonly object _gate = new();
    private long _place;

    public long Place { get => _place; set => _place = value; } // expect: INCONSISTENT_LOCK?

    public int ReadByte()
    {
        lock (_gate)
        {
            return _place >= data.Length ? -1 : data[_place++];
        }
    }

    public void Skip(int count)
    {
        lock (_gate)
        {
            _place += count;
        }
    }

    public void Back(int count) => _place -= count; // expect: INCONSISTENT_LOCK
}
