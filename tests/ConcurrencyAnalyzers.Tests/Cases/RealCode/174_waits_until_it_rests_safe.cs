using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.R174;

// Whoever starts the burning waits until it says that it rests: by a volatile word, and a semaphore that wakes who waits.
class Kiln
{
    private readonly SemaphoreSlim _rests = new(0);
    private readonly List<int> _shards = new();
    private volatile bool _burns;
    private int _heat;

    public async Task FireAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            _burns = true;
            _ = BurnAsync(round);
            while (_burns)
            {
                await _rests.WaitAsync().ConfigureAwait(false);
            }

            _heat -= 10;
            _shards.Clear();
        }
    }

    private async Task BurnAsync(int round)
    {
        await Task.Delay(10);
        _heat += 30;
        _shards.Add(round);
        _burns = false;
        _rests.Release();
    }
}
