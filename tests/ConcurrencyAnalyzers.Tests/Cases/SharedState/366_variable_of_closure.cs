namespace Cases.C366;
public static class G1
{
    public static async Task RunAsync()
    {
        var next = CreateIds(1000);
        var senders = new List<Task>();
        foreach (var lane in new[] { "a", "b" })
            senders.Add(Task.Run(() => { for (var i = 0; i < 50; i++) Console.WriteLine(next() + lane); }));
        await Task.WhenAll(senders);
    }
    private static Func<int> CreateIds(int first)
    {
        var current = first;
        return () => { current++; return current; }; // expect: RACE
    }
}
public sealed class G2 // parameter captured, thread
{
    public void Run()
    {
        var add = Adder(0);
        var one = new Thread(() => add(1));
        var two = new Thread(() => add(2));
        one.Start(); two.Start(); one.Join(); two.Join();
    }
    private static Action<int> Adder(int sum) => n => sum += n; // expect: RACE
}
public sealed class G3 // a list in the closure
{
    public void Run()
    {
        var log = Logger();
        Parallel.For(0, 10, i => log("turn " + i));
    }
    private static Action<string> Logger()
    {
        var lines = new List<string>();
        return line => lines.Add(line); // expect: RACE
    }
}
public sealed class G4 // the result is kept in a field
{
    private readonly Func<int> _next = Counter();
    public Task RunAsync() => Task.WhenAll(Task.Run(() => _next()), Task.Run(() => _next()));
    private static Func<int> Counter()
    {
        var n = 0;
        return () => n++; // expect: RACE
    }
}
public sealed class G5 // local function
{
    public void Run()
    {
        Func<int> next = Counter();
        Parallel.Invoke(() => next(), () => next());
    }
    private static Func<int> Counter()
    {
        var n = 0;
        int Next() { n += 2; return n; } // expect: RACE
        return Next;
    }
}
