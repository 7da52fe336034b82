// Time and driver of the fastest lap belong together; two laps can each leave one of them.
namespace Cases.SharedState.S143;

public sealed class RaceControl(Func<int, Task<TimeSpan>> timeOf)
{
    private long _fastest = long.MaxValue;
    private int _driver;

    public async Task<int> FindAsync(IEnumerable<int> drivers)
    {
        await Task.WhenAll(drivers.Select(async driver =>
        {
            var lap = await timeOf(driver).ConfigureAwait(false);
            if (lap.Ticks < _fastest) // expect: RACE?
            {
                _fastest = lap.Ticks; // expect: RACE
                _driver = driver; // expect: RACE
            }
        }));
        return _driver;
    }
}
