// CONC2001: a lock on an object that only this call knows
namespace Stress;

public static class FreshLock
{
    private static long s_value;

    private static void Add(int amount)
    {
        lock (new object())
        {
            s_value += Window.Open(amount);
        }
    }

    public static int Run() => Rounds.Play(() =>
    {
        s_value = 0;
        Parallel.For(0, 200_000, _ => Add(1));
        return s_value == 200_000;
    });
}
