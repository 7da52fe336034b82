// One helper counts under both locks, the other resets under the one that both hold.
namespace Cases.S162;

public sealed class Fuse(int threshold)
{
    private readonly object _state = new();
    private readonly object _stats = new();
    private int _failures;
    private long _succeeded;

    public async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            Succeed();
        }
        catch (IOException)
        {
            Fail();
            throw;
        }
    }

    private void Succeed()
    {
        lock (_stats)
        {
            _succeeded++;
            lock (_state)
            {
                _failures = 0;
            }
        }
    }

    private void Fail()
    {
        lock (_state)
        {
            _failures++;
            if (_failures >= threshold)
            {
                _failures = 0;
            }
        }
    }
}
