// The same count with an atomic add.
namespace Cases.S017;

public class Bakery
{
    private int _loaves;

    public int Loaves => Volatile.Read(ref _loaves);

    public int Bake(int ovens, int each)
    {
        var tasks = Enumerable.Range(0, ovens).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < each; i++)
            {
                Interlocked.Increment(ref _loaves);
            }
        })).ToArray();
        Task.WaitAll(tasks);
        return Loaves;
    }
}
