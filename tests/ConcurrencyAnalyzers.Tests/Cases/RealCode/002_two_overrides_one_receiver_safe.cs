// One field, two possible classes behind it: each keeps to its own rules, and no object is of both.
namespace Cases.R002;

public abstract class Buffer
{
    protected int Limit = 10;

    public abstract void Put(int item);

    public abstract int Take();
}

public sealed class LockedBuffer : Buffer
{
    private readonly Queue<int> _items = new();

    public override void Put(int item)
    {
        lock (_items)
        {
            if (_items.Count >= Limit)
                Limit *= 2;
            _items.Enqueue(item);
        }
    }

    public override int Take()
    {
        lock (_items)
        {
            Limit -= 1;
            return _items.Dequeue();
        }
    }
}

public sealed class SingleWriterBuffer : Buffer
{
    private int _last;

    public override void Put(int item)
    {
        Limit += 1;
        _last = item;
    }

    public override int Take() => _last;
}

public sealed class Sink(Buffer buffer)
{
    private readonly Buffer _buffer = buffer;

    public void Write(int item) => _buffer.Put(item);

    public int Read() => _buffer.Take();
}
