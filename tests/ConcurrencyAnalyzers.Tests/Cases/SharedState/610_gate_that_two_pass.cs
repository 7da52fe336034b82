// A volatile flag that is looked at and then set lets two pass that come at once: both count, give back or tell others.
namespace GateThatTwoPass;

public sealed class BerthLease : IDisposable
{
    private static int s_taken;
    private readonly SemaphoreSlim _berths;
    private volatile bool _disposed;

    public BerthLease(SemaphoreSlim berths)
    {
        _berths = berths;
        Interlocked.Increment(ref s_taken);
    }

    public static int Taken => Volatile.Read(ref s_taken);

    public static void LeaveTwice(SemaphoreSlim berths)
    {
        var lease = new BerthLease(berths);
        var crew = Task.Run(() => lease.Dispose());
        var harbour = Task.Run(() => lease.Dispose());
        Task.WaitAll(crew, harbour);
    }

    public void Dispose()
    {
        if (_disposed) // expect: NON_ATOMIC#1, RACE?
        {
            return;
        }

        _disposed = true; // expect: NON_ATOMIC#1, RACE?
        Interlocked.Decrement(ref s_taken);
        _berths.Release();
    }
}

public sealed class FerryLine(Action onClosed)
{
    private volatile bool _closed;

    public static void CloseFrom(FerryLine line, int piers) => Parallel.For(0, piers, _ => line.Close());

    private void Close()
    {
        if (!_closed) // expect: NON_ATOMIC#2, RACE?
        {
            _closed = true; // expect: NON_ATOMIC#2, RACE?
            onClosed();
        }
    }
}

public sealed class Lighthouse
{
    private volatile int _lit;
    private int _lamps;

    public int Lamps => Volatile.Read(ref _lamps);

    public static void Evening()
    {
        var tower = new Lighthouse();
        var keeper = Task.Run(() => tower.Light());
        tower.Light();
        keeper.Wait();
    }

    private void Light()
    {
        if (_lit == 0) // expect: NON_ATOMIC#3, RACE?
        {
            _lit = 1; // expect: NON_ATOMIC#3, RACE?
            Interlocked.Increment(ref _lamps);
        }
    }
}
