// How many there are is asked under the lock; that there are not too many is kept by a permit, taken without waiting.
namespace Cases.R220;

public sealed class Spares(Func<Task<Stream>> open)
{
    private readonly SemaphoreSlim _permits = new(20);
    private readonly LinkedList<Stream> _streams = new();

    public async Task FillAsync()
    {
        while (true)
        {
            lock (_streams)
            {
                if (_streams.Count >= 5)
                    return;
            }

            if (!await _permits.WaitAsync(0))
                return;
            try
            {
                var stream = await open();
                lock (_streams)
                    _streams.AddFirst(stream);
            }
            finally
            {
                _permits.Release();
            }
        }
    }

    public Stream? Take()
    {
        lock (_streams)
        {
            var first = _streams.First;
            if (first is null)
                return null;
            _streams.RemoveFirst();
            return first.Value;
        }
    }
}
