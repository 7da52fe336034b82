// The enumerator moves only inside the delegate that a helper runs under its lock; the item leaves as a copy of the reference. difficulty: hard
namespace Cases.U316;

public sealed class Guarded<T>(T value)
{
    private readonly object _gate = new();

    public TResult With<TResult>(Func<T, TResult> use)
    {
        lock (_gate)
        {
            return use(value);
        }
    }
}

public sealed class MailMerge(Action<string> print)
{
    public int Run(IEnumerable<string> addresses, int printers)
    {
        using var cursor = addresses.GetEnumerator();
        var guarded = new Guarded<IEnumerator<string>>(cursor);
        int printed = 0;
        Parallel.For(0, printers, _ =>
        {
            while (guarded.With(list => list.MoveNext() ? list.Current : null) is { } address)
            {
                print(address);
                Interlocked.Increment(ref printed);
            }
        });
        return printed;
    }
}
