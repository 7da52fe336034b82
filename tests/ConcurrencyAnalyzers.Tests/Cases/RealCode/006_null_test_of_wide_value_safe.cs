// Whether a nullable time is set is one byte; only who reads the time itself can see it half written.
namespace Cases.R006;

public sealed class Service
{
    private DateTimeOffset? _started;

    public bool IsStarted => _started is not null;

    public bool IsNew() => _started == null;

    public void Start() => _ = Task.Run(() => _started = DateTimeOffset.UtcNow);
}

public sealed class Clock
{
    private DateTimeOffset? _started;

    public DateTimeOffset? Since => _started; // expect: NON_ATOMIC#since

    public void Start() => _ = Task.Run(() => _started = DateTimeOffset.UtcNow); // expect: NON_ATOMIC#since
}
