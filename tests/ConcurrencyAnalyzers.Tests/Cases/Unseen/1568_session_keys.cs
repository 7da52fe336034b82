// Rotates the key of a session in the background and stamps messages with it.
namespace Cases.U1568;

public sealed record Stamped(string Body, Guid Key);

public sealed class KeyRotation : IAsyncDisposable
{
    private readonly Timer _timer;
    private Guid _current = Guid.NewGuid();
    private int _rotations;

    public KeyRotation(TimeSpan period)
    {
        _timer = new Timer(_ => Rotate(), null, period, period);
    }

    public int Rotations => Volatile.Read(ref _rotations);

    public Guid Current => _current; // expect: NON_ATOMIC#1, RACE?

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Rotate()
    {
        _current = Guid.NewGuid(); // expect: NON_ATOMIC#1, RACE?
        Interlocked.Increment(ref _rotations);
    }
}

public sealed class MessageStamper(KeyRotation rotation)
{
    public Stamped Stamp(string body) => new(body, rotation.Current);

    public static async Task<int> StampAllAsync(IEnumerable<string> bodies)
    {
        await using var rotation = new KeyRotation(TimeSpan.FromMilliseconds(5));
        var stamper = new MessageStamper(rotation);
        var keys = new HashSet<Guid>();
        foreach (var body in bodies)
        {
            keys.Add(stamper.Stamp(body).Key);
            await Task.Yield();
        }
        return keys.Count - rotation.Rotations;
    }
}
