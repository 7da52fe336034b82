namespace Cases.C367;
public static class G1 // each flow has its own
{
    public static async Task RunAsync()
    {
        var senders = new List<Task>();
        foreach (var lane in new[] { "a", "b" })
        {
            var next = CreateIds(1000);
            senders.Add(Task.Run(() => { for (var i = 0; i < 50; i++) Console.WriteLine(next() + lane); }));
        }
        await Task.WhenAll(senders);
    }
    private static Func<int> CreateIds(int first)
    {
        var current = first;
        return () => { current++; return current; };
    }
}
public sealed class G2 // two different
{
    public void Run()
    {
        var left = Adder(0);
        var right = Adder(0);
        var one = new Thread(() => left(1));
        var two = new Thread(() => right(2));
        one.Start(); two.Start(); one.Join(); two.Join();
    }
    private static Action<int> Adder(int sum) => n => sum += n;
}
public sealed class G3 // made in the flow
{
    public void Run() => Parallel.For(0, 10, i => { var log = Logger(); log("turn " + i); });
    private static Action<string> Logger()
    {
        var lines = new List<string>();
        return line => lines.Add(line);
    }
}
public sealed class G4
{
    public void Run()
    {
        var next = Counter();
        Parallel.Invoke(() => next(), () => next());
    }
    private static Func<int> Counter()
    {
        var n = 0;
        return () => Interlocked.Increment(ref n);
    }
}
public sealed class G5 // one after the other
{
    public void Run()
    {
        var next = Counter();
        var one = Task.Run(() => next());
        one.Wait();
        next();
    }
    private static Func<int> Counter()
    {
        var n = 0;
        return () => n++;
    }
}
