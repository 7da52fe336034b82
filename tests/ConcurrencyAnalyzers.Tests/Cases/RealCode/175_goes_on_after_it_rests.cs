using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.R175;

// Says that it rests, and then goes on.
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
            _ = BurnAsync(round); // expect: MISSING_AWAIT?
            while (_burns)
            {
                await _rests.WaitAsync().ConfigureAwait(false);
            }

            _heat -= 10; // expect: RACE
            _shards.Clear(); // expect: RACE
        }
    }

    private async Task BurnAsync(int round)
    {
        await Task.Delay(10);
        _burns = false;
        _rests.Release();
        _heat += 30; // expect: RACE
        _shards.Add(round); // expect: RACE
    }
}
