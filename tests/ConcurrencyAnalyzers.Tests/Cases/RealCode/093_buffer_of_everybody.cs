// The nearest wrong one: all threads keep one buffer.
namespace Cases.R093;

public sealed class Buffer
{
    private int _length;

    public void Write(byte value) => _length += value > 0 ? 2 : 1; // expect: RACE

    public void Reset() => _length = 0; // expect: RACE?
}

public sealed class Message
{
    private static readonly Buffer s_buffer = new();

    private Buffer? _buffer;

    public Message()
    {
        _buffer = s_buffer;
        _buffer.Reset();
    }

    public Message Add(byte value)
    {
        _buffer!.Write(value);
        return this;
    }

    public void Complete()
    {
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
