// All of the pool's state is under one static lock.
namespace Cases.S041;

public static class Pool<T> where T : class, new()
{
    private static readonly object s_gate = new();
    private static readonly Stack<T> s_free = new();
    private static int s_created;

    public static int Created
    {
        get
        {
            lock (s_gate)
            {
                return s_created;
            }
        }
    }

    public static T Rent()
    {
        lock (s_gate)
        {
            if (s_free.TryPop(out var item))
            {
                return item;
            }

            s_created++;
        }

        return new T();
    }

    public static void Return(T item)
    {
        lock (s_gate)
        {
            s_free.Push(item);
        }
    }
}

public sealed class Brush
{
    public int Width { get; set; }
}

public static class Painter
{
    public static void Paint(int strokes) => Parallel.For(0, strokes, i =>
    {
        var brush = Pool<Brush>.Rent();
        brush.Width = i;
        Pool<Brush>.Return(brush);
    });
}
