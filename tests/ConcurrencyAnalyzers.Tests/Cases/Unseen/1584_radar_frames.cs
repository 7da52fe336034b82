// A radar thread paints sweeps into one of two frames while the display shows the other.
// Blind: two objects that change places: who has taken the one goes on with it when it is the other.
namespace Cases.U1584;

public sealed class Frame(int cells)
{
    private readonly byte[] _echo = new byte[cells];

    public void Paint(int seed)
    {
        for (int i = 0; i < _echo.Length; i++)
        {
            _echo[i] = (byte)(seed + i); // blind: RACE#1
        }
    }

    public int Sum()
    {
        int sum = 0;
        foreach (byte echo in _echo) // blind: RACE#1
        {
            sum += echo;
        }
        return sum;
    }
}

public sealed class FramePair(int cells)
{
    private readonly Lock _swap = new();
    private Frame _front = new(cells);
    private Frame _back = new(cells);

    public Frame Front
    {
        get
        {
            lock (_swap)
            {
                return _front; // expect: ESCAPES_LOCK?, RACE?
            }
        }
    }

    public void Sweep(int seed)
    {
        Frame target;
        lock (_swap)
        {
            target = _back; // expect: ESCAPES_LOCK?
        }
        target.Paint(seed); // blind: RACE#1
        lock (_swap)
        {
            (_front, _back) = (_back, _front);
        }
    }
}

public static class RadarConsole
{
    public static int Watch(int sweeps)
    {
        var frames = new FramePair(4096);
        var radar = new Thread(() =>
        {
            for (int i = 0; i < sweeps; i++)
            {
                frames.Sweep(i);
            }
        });
        radar.Start();
        int brightest = 0;
        while (radar.IsAlive)
        {
            brightest = Math.Max(brightest, frames.Front.Sum()); // blind: RACE#1
        }
        radar.Join();
        return brightest;
    }
}
