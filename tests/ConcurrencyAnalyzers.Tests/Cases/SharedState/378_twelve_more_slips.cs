// Blind: closures that are given out as parts of a tuple have no names.
namespace Cases.C378;
// 9 closed flag asked outside, channel of own
public sealed class P9
{
    private readonly object _gate = new();
    private List<TaskCompletionSource<int>> _waiters = new();
    private bool _done;
    public Task<int> WaitAsync()
    {
        if (_done) return Task.FromResult(0);
        var tcs = new TaskCompletionSource<int>();
        lock (_gate) _waiters.Add(tcs); // expect: CHECK_THEN_ACT
        return tcs.Task;
    }
    public void Complete()
    {
        List<TaskCompletionSource<int>> all;
        lock (_gate)
        {
            _done = true;
            all = _waiters;
            _waiters = new();
        }
        foreach (var w in all) w.TrySetResult(1);
    }
}
// 10 property as the flag
public sealed class P10
{
    private readonly object _gate = new();
    private readonly List<string> _members = new();
    public bool IsSealed { get; private set; }
    public void Join(string name)
    {
        if (!IsSealed)
        {
            lock (_gate)
                _members.Add(name); // expect: CHECK_THEN_ACT
        }
    }
    public string[] Seal()
    {
        lock (_gate)
        {
            IsSealed = true;
            var all = _members.ToArray();
            _members.Clear();
            return all;
        }
    }
}
// 11 helper that asks
public sealed class P11
{
    private readonly object _gate = new();
    private readonly Queue<string> _mails = new();
    private volatile bool _stopped;
    private bool IsOpen() => !_stopped;
    public bool Post(string mail)
    {
        if (!IsOpen()) return false;
        lock (_gate) { _mails.Enqueue(mail); } // expect: CHECK_THEN_ACT
        return true;
    }
    public int Stop()
    {
        lock (_gate) { _stopped = true; var n = _mails.Count; _mails.Clear(); return n; }
    }
}
// 12 the delegate that a factory object returns
public sealed class Factory12
{
    private int _made;
    public Func<int> Create() => () => ++_made; // expect: RACE
}
public sealed class P12
{
    public async Task RunAsync()
    {
        var make = new Factory12().Create();
        await Task.WhenAll(Task.Run(() => make()), Task.Run(() => make()));
    }
}
// 13 closure over a parameter object
public sealed class Box13 { public int Value; }
public sealed class P13
{
    public int Run()
    {
        var box = new Box13();
        var add = Adder(box);
        Parallel.For(0, 8, i => add(i));
        return box.Value;
    }
    private static Action<int> Adder(Box13 box) => n => box.Value += n; // expect: RACE
}
// 14 tuple of closures: reader and writer
public sealed class P14
{
    public void Run()
    {
        var (add, sum) = Make();
        var t = new Thread(() => { for (var i = 0; i < 10; i++) add(i); });
        t.Start();
        add(5);
        t.Join();
        Console.WriteLine(sum());
    }
    private static (Action<int> Add, Func<int> Sum) Make()
    {
        var total = 0;
        return (n => total += n, () => total); // blind: RACE
    }
}
// 15 method group handed on as argument
public sealed class Log15
{
    private readonly List<string> _lines = new();
    public void Write(string s) => _lines.Add(s); // expect: RACE
}
public sealed class P15
{
    public Task RunAsync(Log15 log) => FanOutAsync(log.Write, 4);
    private static Task FanOutAsync(Action<string> write, int n) => Task.WhenAll(Enumerable.Range(0, n).Select(i => Task.Run(() => write("x" + i))));
}
// 16 prefix sums: reads the neighbour's last while that is written
public sealed class P16
{
    public void Run(int[] a)
    {
        Parallel.For(0, 8, p =>
        {
            for (var i = p * 100 + 1; i <= p * 100 + 100; i++)
                a[i] += a[i - 1]; // expect: RACE
        });
    }
}
// 17 ranges by chunk with one too many
public sealed class P17
{
    public void Run(List<int> data, int[] histogram)
    {
        var threads = new List<Thread>();
        var chunk = histogram.Length / 4;
        for (var t = 0; t < 4; t++)
        {
            int lo = t * chunk, hi = lo + chunk + 1;
            var thread = new Thread(() => { for (int i = lo; i < hi; i++) histogram[i]--; }); // expect: RACE
            threads.Add(thread);
            thread.Start();
        }
        threads.ForEach(x => x.Join());
    }
}
// 18 Elapsed with blocking work
public sealed class P18
{
    private readonly System.Timers.Timer _timer = new(50);
    private readonly Dictionary<string, int> _sizes = new();
    public P18() { _timer.Elapsed += OnElapsed; _timer.Start(); }
    private void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e)
    {
        foreach (var f in Directory.GetFiles("/tmp"))
        {
            var text = File.ReadAllText(f);
            _sizes[f] = text.Length; // expect: RACE
        }
    }
}
// 19 interface method as async delegate
public interface IStore19 { Task SaveAsync(string s); }
public sealed class MemoryStore19 : IStore19
{
    private readonly List<string> _all = new();
    public async Task SaveAsync(string s) { await Task.Delay(1); _all.Add(s); } // expect: RACE
}
public sealed class P19
{
    private readonly Func<string, Task> _save;
    public P19(IStore19 store) => _save = store.SaveAsync;
    public Task RunAsync(string[] all) => Task.WhenAll(all.Select(s => _save(s)));
}
// 20 seat chosen by LINQ query under the lock, removed later
public sealed record Seat(int Row, bool Window);
public sealed class P20
{
    private readonly Lock _gate = new();
    private readonly List<Seat> _open = new();
    private readonly Dictionary<Seat, string> _sold = new();
    public void Open(Seat s) { lock (_gate) _open.Add(s); }
    public Seat? Sell(string who)
    {
        Seat? seat;
        lock (_gate) seat = _open.Where(s => s.Window).OrderBy(s => s.Row).FirstOrDefault();
        if (seat is null) return null;
        lock (_gate)
        {
            _open.Remove(seat); // expect: CHECK_THEN_ACT#20
            _sold[seat] = who; // expect: CHECK_THEN_ACT#20
        }
        return seat;
    }
}
