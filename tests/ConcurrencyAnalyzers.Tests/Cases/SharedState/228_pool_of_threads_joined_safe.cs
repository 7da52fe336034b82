// Threads in an array of a field are joined by another member.
namespace Cases.S228;

public sealed class MiniPool
{
    private readonly System.Collections.Concurrent.BlockingCollection<Action> _work = new();
    private readonly Thread[] _threads;
    public MiniPool(int n)
    {
        _threads = Enumerable.Range(0, n).Select(_ => new Thread(() => { foreach (var w in _work.GetConsumingEnumerable()) w(); })).ToArray();
        foreach (var t in _threads) t.Start();
    }
    public void Submit(Action w) => _work.Add(w);
    public void Finish() { _work.CompleteAdding(); foreach (var t in _threads) t.Join(); }
}
public static class Render
{
    public static int Frames(int n)
    {
        int drawn = 0;
        var pool = new MiniPool(4);
        pool.Submit(() => { Interlocked.Increment(ref drawn); });
        pool.Finish();
        return drawn++;
    }
}
