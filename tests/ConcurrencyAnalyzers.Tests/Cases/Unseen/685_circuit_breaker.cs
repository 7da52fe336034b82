// OnSuccess resets the failure count under the statistics lock; everybody else uses the state lock for it. difficulty: medium
namespace Cases.U685;

public sealed class CircuitOpenException(string service) : Exception($"{service} is not available");

public sealed class CircuitBreaker(string service, int threshold, TimeSpan coolDown)
{
    private readonly object _state = new();
    private readonly object _stats = new();
    private int _failures;
    private DateTime _openUntil = DateTime.MinValue;
    private long _succeeded;

    public long Succeeded
    {
        get
        {
            lock (_stats)
            {
                return _succeeded;
            }
        }
    }

    public async Task<T> CallAsync<T>(Func<Task<T>> remote)
    {
        EnsureClosed();
        try
        {
            T result = await remote().ConfigureAwait(false);
            OnSuccess();
            return result;
        }
        catch (HttpRequestException)
        {
            OnFailure();
            throw;
        }
    }

    private void EnsureClosed()
    {
        lock (_state)
        {
            if (DateTime.UtcNow < _openUntil)
            {
                throw new CircuitOpenException(service);
            }
        }
    }

    private void OnSuccess()
    {
        lock (_stats)
        {
            _succeeded++;
            _failures = 0; // expect: INCONSISTENT_LOCK
        }
    }

    private void OnFailure()
    {
        lock (_state)
        {
            _failures++;
            if (_failures >= threshold)
            {
                _openUntil = DateTime.UtcNow + coolDown;
                _failures = 0;
            }
        }
    }
}
