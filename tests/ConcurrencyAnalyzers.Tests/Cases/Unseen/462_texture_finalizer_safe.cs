// The finalizer thread meets the other threads only at an Interlocked counter and a concurrent queue. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U462;

public sealed class TextureHandle : IDisposable
{
    private static readonly ConcurrentQueue<int> s_toFree = new();
    private static int s_alive;

    private readonly int _id;
    private int _released;

    public TextureHandle(int id)
    {
        _id = id;
        Interlocked.Increment(ref s_alive);
    }

    ~TextureHandle() => Release();

    public static int Alive => Volatile.Read(ref s_alive);

    public static int FreeAll(Action<int> free)
    {
        int freed = 0;
        while (s_toFree.TryDequeue(out int id))
        {
            free(id);
            freed++;
        }
        return freed;
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            Interlocked.Decrement(ref s_alive);
            s_toFree.Enqueue(_id);
        }
    }
}
