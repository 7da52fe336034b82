// Told to come to rest twice, it cancels twice: no harm.
namespace Cases.R039;

public sealed class Dispatcher
{
    private readonly CancellationTokenSource _ending = new();
    private int _isQuiescing;

    public bool IsQuiescing => Volatile.Read(ref _isQuiescing) == 1;

    public void Quiesce()
    {
        if (IsQuiescing)
            return;
        Interlocked.Exchange(ref _isQuiescing, 1);
        _ending.Cancel();
    }
}
