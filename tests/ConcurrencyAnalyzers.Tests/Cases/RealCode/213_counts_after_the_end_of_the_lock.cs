// The nearest wrong one: one member counts when it has given the seat back.
namespace Cases.R213;

public readonly struct Turnstile
{
    private readonly SemaphoreSlim _seat;
    private readonly Token _token;

    public Turnstile()
    {
        _seat = new SemaphoreSlim(1);
        _token = new Token(_seat);
    }

    public bool TryPass(out Token token)
    {
        if (_seat.Wait(0))
        {
            token = _token;
            return true;
        }

        token = default;
        return false;
    }

    public async Task<Token> PassAsync(CancellationToken cancellation)
    {
        await _seat.WaitAsync(cancellation);
        return _token;
    }

    public readonly struct Token(SemaphoreSlim seat) : IDisposable
    {
        public void Dispose() => seat?.Release();
    }
}

public sealed class Line(Stream stream)
{
    private readonly Turnstile _turnstile = new();
    private int _sent;

    public bool TrySend(byte[] data)
    {
        if (_turnstile.TryPass(out var token))
        {
            try
            {
                stream.Write(data);
            }
            finally
            {
                token.Dispose();
            }

            _sent++; // expect: INCONSISTENT_LOCK
            return true;
        }

        return false;
    }

    public async Task SendAsync(byte[] data, CancellationToken cancellation)
    {
        using var token = await _turnstile.PassAsync(cancellation);
        await stream.WriteAsync(data, cancellation);
        _sent++;
    }

    public async Task<int> SentAsync(CancellationToken cancellation)
    {
        using var token = await _turnstile.PassAsync(cancellation);
        return _sent;
    }
}
