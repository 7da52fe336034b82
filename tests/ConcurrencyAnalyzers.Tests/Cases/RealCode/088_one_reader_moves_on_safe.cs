// One thread takes from the queue, as the plain position beside the link shows; the writer looks at the link.
namespace Cases.R088;

public sealed class Chunks<T>
{
    private const int Size = 16;

    private sealed class Chunk
    {
        public readonly T[] Values = new T[Size];
        public Chunk? Next;
    }

    private volatile Chunk _first;
    private Chunk _last;
    private int _read;
    private int _written;

    public Chunks()
    {
        _first = new Chunk();
        _last = _first;
    }

    public T Take()
    {
        var value = _first.Values[_read];
        _read++;
        if (_read == Size)
        {
            _first = _first.Next!;
            _read = 0;
        }

        return value;
    }

    public void Put(T value)
    {
        _last.Values[_written] = value;
        if (++_written < Size)
            return;
        _written = 0;
        _last.Next = new Chunk();
        _last = _last.Next;
    }

    public bool IsInFirst => _last == _first;
}
