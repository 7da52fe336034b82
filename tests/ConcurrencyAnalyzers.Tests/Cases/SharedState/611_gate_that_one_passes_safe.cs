// Who exchanges the flag gets in alone, and so does who looks once more under a lock. What is only ended or noted may be done twice.
namespace GateThatOnePassesSafe;

public sealed class BerthLease(SemaphoreSlim berths) : IDisposable
{
    private int _disposed;

    public static void LeaveTwice(SemaphoreSlim berths)
    {
        var lease = new BerthLease(berths);
        var crew = Task.Run(() => lease.Dispose());
        var harbour = Task.Run(() => lease.Dispose());
        Task.WaitAll(crew, harbour);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            berths.Release();
        }
    }
}

public sealed class FerryLine(Action onClosed)
{
    private readonly object _gate = new();
    private volatile bool _closed;

    public bool IsClosed => _closed;

    public static void CloseFrom(FerryLine line, int piers) => Parallel.For(0, piers, _ => line.Close());

    private void Close()
    {
        if (_closed)
        {
            return;
        }

        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
        }

        onClosed();
    }
}

public sealed class LogBook(Stream pages, Action<string> log) : IDisposable
{
    private volatile bool _disposed;
    private volatile bool _failed;

    public bool HasFailed => _failed;

    public static void CloseTwice(Stream pages, Action<string> log)
    {
        var book = new LogBook(pages, log);
        var crew = Task.Run(() => book.Dispose());
        var harbour = Task.Run(() => book.Dispose());
        Task.WaitAll(crew, harbour);
    }

    public static void FailAll(LogBook book, int crews) => Parallel.For(0, crews, _ => book.Fail());

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        pages.Dispose();
    }

    private void Fail()
    {
        if (!_failed)
        {
            _failed = true;
            log("pages are wet");
        }
    }
}

public sealed class Lighthouse
{
    private volatile bool _lit;
    private int _lamps;

    public int Lamps => Volatile.Read(ref _lamps);

    public static void EveningOfEach(string[] towers) => Parallel.ForEach(towers, _ =>
    {
        var tower = new Lighthouse();
        tower.Light();
    });

    public static void OneAfterTheOther()
    {
        var tower = new Lighthouse();
        var keeper = Task.Run(() => tower.Light());
        keeper.Wait();
        tower.Light();
    }

    private void Light()
    {
        if (!_lit)
        {
            _lit = true;
            Interlocked.Increment(ref _lamps);
        }
    }
}
