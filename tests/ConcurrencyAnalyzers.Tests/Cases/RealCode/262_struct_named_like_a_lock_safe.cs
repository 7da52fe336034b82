// A lock of the program's own: a semaphore with one seat, and a token that gives the seat back. It is taken by a member that
// tries and hands the token out, and by one that is awaited for it.
namespace Cases.R262;

public readonly struct SeatLock
{
    private readonly SemaphoreSlim _seat;
    private readonly Token _token;
    private readonly Task<Token> _ready;

    public SeatLock()
    {
        _seat = new SemaphoreSlim(1);
        _token = new Token(_seat);
        _ready = Task.FromResult(_token);
    }

    public bool TryAcquire(out Token token)
    {
        if (_seat.Wait(0))
        {
            token = _token;
            return true;
        }

        token = default;
        return false;
    }

    public Task<Token> AcquireAsync(CancellationToken cancellation)
    {
        var passing = _seat.WaitAsync(cancellation);
        return passing.Status == TaskStatus.RanToCompletion ? _ready : WaitAsync(passing);
    }

    private async Task<Token> WaitAsync(Task passing)
    {
        await passing.ConfigureAwait(false);
        return _token;
    }

    public readonly struct Token(SemaphoreSlim seat) : IDisposable
    {
        public void Dispose() => seat?.Release();
    }
}

public sealed class Line(Func<Task<Stream>> open)
{
    private readonly SeatLock _lock = new();
    private Stream? _stream;
    private int _sent;

    public async Task<bool> TrySendAsync(byte[] data)
    {
        if (_lock.TryAcquire(out var token))
        {
            try
            {
                _stream ??= await open();
                await _stream.WriteAsync(data);
                _sent++;
                return true;
            }
            finally
            {
                token.Dispose();
            }
        }

        return false;
    }

    public async Task SendAsync(byte[] data, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, CancellationToken.None);
        using var token = await _lock.AcquireAsync(both.Token).ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (_stream == null)
                    _stream = await open();
                await _stream.WriteAsync(data, cancellation);
                _sent++;
                return;
            }
            catch (IOException)
            {
                await CloseAsync();
            }

            await Task.Delay(10, both.Token).ConfigureAwait(false);
        }
    }

    private async Task CloseAsync()
    {
        var stream = Interlocked.Exchange(ref _stream, null);
        if (stream != null)
            await stream.DisposeAsync();
    }

    public async Task<int> SentAsync(CancellationToken cancellation)
    {
        using var token = await _lock.AcquireAsync(cancellation);
        return _sent;
    }
}
