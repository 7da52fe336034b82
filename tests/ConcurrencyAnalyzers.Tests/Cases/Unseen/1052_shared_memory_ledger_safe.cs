using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Interop.Arenas;

public sealed class Arena : IDisposable
{
    private static readonly ConcurrentDictionary<long, string> s_open = new();
    private static long s_ids;
    private static int s_leaked;

    private readonly long _id;
    private IntPtr _memory;

    public Arena(string owner, int size)
    {
        _id = Interlocked.Increment(ref s_ids);
        _memory = Marshal.AllocHGlobal(size);
        s_open[_id] = owner;
    }

    ~Arena()
    {
        if (Free())
        {
            Interlocked.Increment(ref s_leaked);
        }
    }

    public static int Leaked => Volatile.Read(ref s_leaked);

    public static string[] Owners() => s_open.Values.Distinct().Order().ToArray();

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private bool Free()
    {
        IntPtr memory = Interlocked.Exchange(ref _memory, IntPtr.Zero);
        if (memory == IntPtr.Zero)
        {
            return false;
        }
        Marshal.FreeHGlobal(memory);
        s_open.TryRemove(_id, out _);
        return true;
    }
}

public static class Program
{
    public static void Main()
    {
        Parallel.For(0, 200, i =>
        {
            var arena = new Arena($"worker {i % 4}", 1024);
            if (i % 3 != 0)
            {
                arena.Dispose();
            }
        });
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Console.WriteLine($"{Arena.Leaked} leaked, still open: {string.Join(", ", Arena.Owners())}");
    }
}
