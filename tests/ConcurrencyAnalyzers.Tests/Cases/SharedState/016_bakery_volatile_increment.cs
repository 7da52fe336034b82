// volatile does not make the increment atomic.
namespace Cases.S016;

public class Bakery
{
    private volatile int _loaves;

    public int Bake(int ovens, int each)
    {
        var tasks = Enumerable.Range(0, ovens).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < each; i++)
            {
                _loaves++; // expect: NON_ATOMIC
            }
        })).ToArray();
        Task.WaitAll(tasks);
        return _loaves;
    }
}
