namespace Cases.C365;
public interface INumbers { string Next(string s); }
public sealed class Yearly : INumbers
{
    private int _last;
    public string Next(string s) => s + Interlocked.Increment(ref _last);
}
public sealed class Notes
{
    private readonly Func<string, string> _number;
    public Notes(INumbers numbers) => _number = numbers.Next;
    public async Task<string[]> PrintAsync(IEnumerable<string> all) =>
        await Task.WhenAll(all.Select(c => Task.Run(() => _number(c))));
}
public sealed class Tally
{
    private int _count;
    public void Hit() => _count++;
    public int Count => _count;
}
public sealed class Gun // each flow has its own
{
    public int Fire()
    {
        var sum = 0;
        Parallel.For(0, 100, _ =>
        {
            var tally = new Tally();
            Action hit = tally.Hit;
            hit();
            Interlocked.Add(ref sum, tally.Count);
        });
        return sum;
    }
}
public sealed class Own3 // one object of its own for each gun, gun used by one flow each
{
    private readonly Action _hit;
    public Own3(Tally tally) { _hit = tally.Hit; }
    public void Fire() => _hit();
}
public static class Range3
{
    public static Task RunAsync(int n) => Task.WhenAll(Enumerable.Range(0, n).Select(_ => Task.Run(() =>
    {
        var gun = new Own3(new Tally());
        gun.Fire();
    })));
}
public sealed class Locked4
{
    private readonly object _gate = new();
    private readonly Action _hit;
    public Locked4(Tally tally) { _hit = tally.Hit; }
    public void Fire() => Parallel.For(0, 10, _ => { lock (_gate) _hit(); });
}
