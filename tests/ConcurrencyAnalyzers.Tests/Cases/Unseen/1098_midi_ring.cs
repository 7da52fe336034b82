namespace Cases.L1098;

public readonly record struct MidiMessage(byte Status, byte Data1, byte Data2);

public sealed class MidiRing
{
    private readonly MidiMessage[] _slots;
    private readonly int _mask;
    private int _written;
    private int _consumed;

    public MidiRing(int powerOfTwo)
    {
        _slots = new MidiMessage[1 << powerOfTwo];
        _mask = _slots.Length - 1;
    }

    public bool TryWrite(MidiMessage message)
    {
        int written = _written;
        if (written - Volatile.Read(ref _consumed) == _slots.Length)
        {
            return false;
        }
        _slots[written & _mask] = message;
        Volatile.Write(ref _written, written + 1);
        return true;
    }

    public bool TryRead(out MidiMessage message)
    {
        int consumed = _consumed;
        if (consumed == Volatile.Read(ref _written))
        {
            message = default;
            return false;
        }
        message = _slots[consumed & _mask];
        Volatile.Write(ref _consumed, consumed + 1);
        return true;
    }
}

public static class Program
{
    public static void Main()
    {
        const int Total = 10_000;
        var ring = new MidiRing(6);
        var device = new Thread(() =>
        {
            var wait = new SpinWait();
            for (int i = 0; i < Total; i++)
            {
                while (!ring.TryWrite(new MidiMessage(0x90, (byte)(i & 127), 64)))
                {
                    wait.SpinOnce();
                }
            }
        });
        device.Start();
        var idle = new SpinWait();
        int notes = 0;
        while (notes < Total)
        {
            if (ring.TryRead(out MidiMessage message) && message.Status == 0x90)
            {
                notes++;
            }
            else
            {
                idle.SpinOnce();
            }
        }
        device.Join();
        Console.WriteLine(notes);
    }
}
