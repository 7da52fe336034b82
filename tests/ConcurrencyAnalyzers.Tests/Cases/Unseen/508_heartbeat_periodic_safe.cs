// PeriodicTimer ticks are awaited in one loop; the list is returned only when that loop has ended. difficulty: medium
namespace Cases.U508;

public sealed class Heartbeats(TimeSpan period)
{
    private readonly List<DateTime> _beats = [];

    public async Task<List<DateTime>> CollectAsync(int count)
    {
        await Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(period);
            while (_beats.Count < count && await timer.WaitForNextTickAsync())
            {
                _beats.Add(DateTime.UtcNow);
            }
        });
        _beats.Sort();
        return _beats;
    }
}
