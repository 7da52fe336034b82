using System;
using System.IO;
using System.Threading;

namespace Blind.C1152;

/// A reel opened once and shared by all reading stations; the file is closed with the last of them.
public sealed class MicrofilmReel
{
    private readonly FileStream _file;
    private int _stations = 1;

    public MicrofilmReel(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    public bool TryAttach()
    {
        var seen = Volatile.Read(ref _stations);
        while (seen > 0)
        {
            var actual = Interlocked.CompareExchange(ref _stations, seen + 1, seen);
            if (actual == seen)
                return true;
            seen = actual;
        }
        return false;
    }

    public int ReadFrame(long frame, Span<byte> target)
        => RandomAccess.Read(_file.SafeFileHandle, target, frame * 65536);

    public void Detach()
    {
        if (Interlocked.Decrement(ref _stations) == 0)
            _file.Dispose();
    }
}

public sealed class ReadingStation(MicrofilmReel reel)
{
    private readonly byte[] _frame = new byte[65536];

    public void Show(int from, int to)
    {
        if (!reel.TryAttach())
        {
            Console.WriteLine("the reel was put back");
            return;
        }
        try
        {
            for (var frame = from; frame < to; frame++)
                Console.WriteLine(reel.ReadFrame(frame, _frame));
        }
        finally
        {
            reel.Detach();
        }
    }
}

public static class Library
{
    public static void Open(string path)
    {
        var reel = new MicrofilmReel(path);
        var first = new Thread(() => new ReadingStation(reel).Show(0, 100));
        var second = new Thread(() => new ReadingStation(reel).Show(100, 200));
        first.Start();
        second.Start();
        first.Join();
        second.Join();
        reel.Detach();
    }
}
