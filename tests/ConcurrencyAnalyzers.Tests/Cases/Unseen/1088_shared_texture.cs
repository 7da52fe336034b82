using System.Runtime.InteropServices;

namespace Cases.L1088;

public sealed class SharedTexture
{
    private readonly int _length;
    private IntPtr _pixels;
    private int _references = 1;

    public SharedTexture(int length)
    {
        _length = length;
        _pixels = Marshal.AllocHGlobal(length);
        Marshal.Copy(new byte[length], 0, _pixels, length);
    }

    public bool TryAcquire()
    {
        int seen = Volatile.Read(ref _references);
        while (seen > 0)
        {
            int before = Interlocked.CompareExchange(ref _references, seen + 1, seen);
            if (before == seen)
            {
                return true;
            }
            seen = before;
        }
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            IntPtr pixels = Interlocked.Exchange(ref _pixels, IntPtr.Zero);
            Marshal.FreeHGlobal(pixels);
        }
    }

    public int Checksum()
    {
        if (!TryAcquire())
        {
            return -1;
        }
        try
        {
            IntPtr pixels = Volatile.Read(ref _pixels);
            int sum = 0;
            for (int i = 0; i < _length; i++)
            {
                sum += Marshal.ReadByte(pixels, i);
            }
            return sum;
        }
        finally
        {
            Release();
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var texture = new SharedTexture(4096);
        Task<int>[] readers = Enumerable.Range(0, 8).Select(_ => Task.Run(texture.Checksum)).ToArray();
        texture.Release();
        int[] sums = await Task.WhenAll(readers);
        Console.WriteLine(string.Join(' ', sums));
    }
}
