// Each worker object owns its result; started and joined by LINQ.
namespace Cases.S100;

public sealed class Summer
{
    private readonly Thread _thread;
    private long _sum;

    public Summer(int[] values)
    {
        _thread = new Thread(() =>
        {
            foreach (int v in values)
            {
                _sum += v;
            }
        });
    }

    public void Start() => _thread.Start();

    public long Finish()
    {
        _thread.Join();
        return _sum;
    }

    public static long Total(IEnumerable<int[]> parts)
    {
        var workers = parts.Select(p => new Summer(p)).ToArray();
        foreach (var w in workers) w.Start();
        return workers.Sum(w => w.Finish());
    }
}
