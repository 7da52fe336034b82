// Who comes second drops his own object and takes the first one's.
namespace Cases.P004;

public sealed class Turnstile
{
    private object? _gate;
    private int _passed;

    public int Passed => _passed;

    private object Gate => Volatile.Read(ref _gate) ?? Interlocked.CompareExchange(ref _gate, new object(), null) ?? _gate;

    public void Open(int visitors) => Parallel.For(0, visitors, _ => Interlocked.Increment(ref _passed));

    public void Close()
    {
        lock (Gate)
        {
            Console.WriteLine(_passed);
        }
    }
}
