using System.Runtime.InteropServices;

namespace Typography.Native;

public sealed class NativeBlock : IDisposable
{
    private static int s_live;
    private static long s_bytes;

    private IntPtr _memory;
    private readonly int _size;

    public NativeBlock(int size)
    {
        _size = size;
        _memory = Marshal.AllocHGlobal(size);
        s_live++; // expect: RACE, NON_ATOMIC?
        Interlocked.Add(ref s_bytes, size);
    }

    ~NativeBlock()
    {
        Release();
    }

    public static int Live => s_live; // expect: RACE?

    public static long Bytes => Interlocked.Read(ref s_bytes);

    public void Write(int offset, byte[] data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + data.Length, _size);
        Marshal.Copy(data, 0, _memory + offset, data.Length);
        GC.KeepAlive(this);
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        IntPtr memory = Interlocked.Exchange(ref _memory, IntPtr.Zero);
        if (memory == IntPtr.Zero)
        {
            return;
        }
        Marshal.FreeHGlobal(memory);
        s_live--; // expect: RACE, NON_ATOMIC?
        Interlocked.Add(ref s_bytes, -_size);
    }
}

public sealed class GlyphAtlas
{
    private readonly NativeBlock _pixels;

    public GlyphAtlas(int width, int height)
    {
        _pixels = new NativeBlock(width * height);
    }

    public void Blit(int offset, byte[] glyph) => _pixels.Write(offset, glyph);
}

public static class Program
{
    public static void Main()
    {
        for (int i = 0; i < 10_000; i++)
        {
            var atlas = new GlyphAtlas(64, 64);
            atlas.Blit(i % 32, [1, 2, 3, 4]);
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Console.WriteLine($"{NativeBlock.Live} live, {NativeBlock.Bytes} bytes");
    }
}
