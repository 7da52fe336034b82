// One object holds what belongs together, and it is replaced by compare and exchange.
namespace Cases.SharedState.S144;

public sealed record Lap(int Driver, TimeSpan Time);

public sealed class RaceControl(Func<int, Task<TimeSpan>> timeOf)
{
    private Lap? _fastest;

    public async Task<int?> FindAsync(IEnumerable<int> drivers)
    {
        await Task.WhenAll(drivers.Select(async driver =>
        {
            var lap = new Lap(driver, await timeOf(driver).ConfigureAwait(false));
            while (Volatile.Read(ref _fastest) is var best && (best == null || lap.Time < best.Time))
            {
                if (ReferenceEquals(Interlocked.CompareExchange(ref _fastest, lap, best), best))
                {
                    break;
                }
            }
        }));
        return _fastest?.Driver;
    }
}
