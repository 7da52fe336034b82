// A generic pool's counter is static per closed type, and every renter touches it.
namespace Cases.S040;

public static class Pool<T> where T : class, new()
{
    private static readonly Stack<T> s_free = new();
    private static int s_created;

    public static T Rent()
    {
        if (s_free.Count > 0) // expect: RACE?
        {
            return s_free.Pop(); // expect: RACE
        }

        s_created++; // expect: RACE
        return new T();
    }

    public static void Return(T item) => s_free.Push(item); // expect: RACE

    public static int Created => s_created;
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
