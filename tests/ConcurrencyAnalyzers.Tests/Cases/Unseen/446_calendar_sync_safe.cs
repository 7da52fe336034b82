// Exchange lets one caller in and turns the others away; the plain fields are only touched between Exchange and the final write. difficulty: hard
namespace Cases.U446;

public sealed class CalendarSync(Func<Task<IReadOnlyList<string>>> download)
{
    private readonly HashSet<string> _known = [];
    private int _running;
    private int _rounds;

    public async Task<int?> TrySyncAsync()
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            return null;
        }
        try
        {
            int added = 0;
            foreach (var entry in await download())
            {
                if (_known.Add(entry))
                {
                    added++;
                }
            }
            _rounds++;
            return added;
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
        }
    }

    public async Task<int> HammerAsync(int callers)
    {
        int?[] added = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(TrySyncAsync)));
        return added.Sum() ?? 0;
    }
}
