// The helper adds atomically through the ref parameter.
namespace Cases.S080;

public class Turnstile
{
    private int _north;

    public int Open(int people)
    {
        var a = new Thread(() => Pass(ref _north, people));
        var b = new Thread(() => Pass(ref _north, people));
        a.Start();
        b.Start();
        a.Join();
        b.Join();
        return _north;
    }

    private static void Pass(ref int counter, int people)
    {
        for (int i = 0; i < people; i++)
        {
            Interlocked.Increment(ref counter);
        }
    }
}
