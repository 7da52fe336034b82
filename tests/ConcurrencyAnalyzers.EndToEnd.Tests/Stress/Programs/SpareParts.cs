// CONC1002: a derived class forgets the lock of its base
namespace Stress;

public abstract class Parts
{
    protected readonly object Gate = new();
    protected int Count;

    public void Deliver()
    {
        lock (Gate)
        {
            Count++;
        }
    }

    public void Return()
    {
        lock (Gate)
        {
            Count++;
        }
    }

    public int InStock()
    {
        lock (Gate)
        {
            return Count;
        }
    }
}

public sealed class SpareParts : Parts
{
    public void Use() => Count -= Window.Open(1);

    public static int Run() => Rounds.Play(() =>
    {
        var parts = new SpareParts();
        var supplier = Task.Run(() =>
        {
            for (var i = 0; i < 100_000; i++)
                parts.Deliver();
        });
        var workshop = Task.Run(() =>
        {
            for (var i = 0; i < 100_000; i++)
                parts.Use();
        });
        Task.WaitAll(supplier, workshop);
        return parts.InStock() == 0;
    });
}
