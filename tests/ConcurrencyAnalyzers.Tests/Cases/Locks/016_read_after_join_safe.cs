// Guarded while the threads run, read without the lock when they have ended.
namespace Cases.L016;

public sealed class TipJar
{
    private readonly object _gate = new();
    private long _cents;

    private TipJar()
    {
    }

    public static long Shift(int waiters)
    {
        var jar = new TipJar();
        var crew = new List<Thread>(waiters);
        for (int i = 0; i < waiters; i++)
        {
            crew.Add(new Thread(() => jar.Tip(5)));
        }

        crew.ForEach(t => t.Start());
        crew.ForEach(t => t.Join());
        return jar._cents;
    }

    private void Tip(int cents)
    {
        lock (_gate)
        {
            _cents += cents;
        }
    }
}
