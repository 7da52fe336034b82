// The wrapper starts its thread while it is built; its owner goes on beside it.
namespace Cases.F050;

public class Worker
{
    private readonly Thread _thread;

    public Worker(ThreadStart work)
    {
        _thread = new Thread(work) { IsBackground = true };
        _thread.Start();
    }

    public void Join() => _thread.Join();
}

public static class Program50
{
    public static int Run()
    {
        var sums = new List<int>();
        var worker = new Worker(() => sums.Add(1)); // expect: RACE
        sums.Add(2); // expect: RACE
        worker.Join();
        return sums.Count;
    }
}
