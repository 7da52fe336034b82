// Each thread keeps a buffer of its own for the next message.
namespace Cases.R092;

public sealed class Buffer
{
    private int _length;

    public void Write(byte value) => _length += value > 0 ? 2 : 1;

    public void Reset() => _length = 0;
}

public sealed class Message
{
    [ThreadStatic] private static Buffer? t_buffer;

    private Buffer? _buffer;

    public Message()
    {
        _buffer = t_buffer ?? new Buffer();
        t_buffer = null;
        _buffer.Reset();
    }

    public Message Add(byte value)
    {
        _buffer!.Write(value);
        return this;
    }

    public void Complete()
    {
        t_buffer = _buffer;
        _buffer = null;
    }
}

public static class Sender
{
    public static void Start()
    {
        for (var i = 0; i < 4; i++)
            Task.Run(() => new Message().Add(1).Complete());
    }
}
