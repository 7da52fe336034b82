namespace Cases.C364;
public interface INumbers { string Next(string s); }
public sealed class Yearly : INumbers
{
    private int _last;
    public string Next(string s) => s + ++_last; // expect: RACE
}
public sealed class Notes // method group of an interface object kept in a field
{
    private readonly Func<string, string> _number;
    public Notes(INumbers numbers) => _number = numbers.Next;
    public async Task<string[]> PrintAsync(IEnumerable<string> all) =>
        await Task.WhenAll(all.Select(c => Task.Run(() => _number(c))));
}

public sealed class Tally
{
    private int _count;
    public void Hit() => _count++; // expect: RACE
    public int Count => _count;
}
public sealed class Gun // a method group of a parameter's class
{
    private readonly Action _hit;
    public Gun(Tally tally) { _hit = tally.Hit; }
    public void Fire()
    {
        Parallel.For(0, 100, _ => _hit());
    }
}
public sealed class Tally3
{
    private readonly List<string> _lines = new();
    public void Add(string line) => _lines.Add(line); // expect: RACE
    public int Count => _lines.Count;
}
public sealed class Gun3 // of a field's object
{
    private readonly Tally3 _tally = new();
    private readonly Action<string> _hit;
    public Gun3() { _hit = _tally.Add; }
    public void Fire()
    {
        var threads = new Thread[4];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() => _hit("x"));
            threads[i].Start();
        }
        foreach (var t in threads) t.Join();
    }
}
public abstract class Source4 { public abstract int Draw(); }
public sealed class Counting4 : Source4
{
    private int _n;
    public override int Draw() => _n += 2; // expect: RACE
}
public sealed class Gun4 // lambda around a given object
{
    private readonly Func<int> _draw;
    public Gun4(Source4 source) { _draw = () => source.Draw(); }
    public Task<int[]> FireAsync() => Task.WhenAll(Task.Run(() => _draw()), Task.Run(() => _draw()));
}
