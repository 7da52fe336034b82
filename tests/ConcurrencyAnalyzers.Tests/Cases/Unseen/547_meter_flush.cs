// Flush leaves the lock with the list itself, not with a copy: write sends it while Record goes on adding. difficulty: hard
namespace Cases.U547;

public sealed class MeterLog(Func<IReadOnlyList<double>, Task> write)
{
    private readonly object _gate = new();
    private readonly List<double> _samples = [];

    public void Record(double value)
    {
        lock (_gate)
        {
            _samples.Add(value);
        }
    }

    public async Task FlushAsync()
    {
        List<double> batch;
        lock (_gate)
        {
            batch = _samples; // expect: ESCAPES_LOCK#1
        }

        await write(batch); // expect: ESCAPES_LOCK#1, RACE?, INCONSISTENT_LOCK?
        lock (_gate)
        {
            _samples.Clear(); // expect: CHECK_THEN_ACT?
        }
    }
}
