// Tasks are collected in a field; Finish waits for all of them before it reads.
namespace Cases.S120;

public sealed class ThumbnailJobs
{
    private readonly List<Task> _jobs = [];
    private int _made;
    private int _failed;

    public void Add(Action make) => _jobs.Add(Task.Run(() =>
    {
        try
        {
            make();
            _made++; // expect: RACE
        }
        catch (IOException)
        {
            Interlocked.Increment(ref _failed);
        }
    }));

    public async Task<(int, int)> FinishAsync(IEnumerable<Action> last)
    {
        foreach (var make in last)
        {
            Add(make);
        }

        await Task.WhenAll(_jobs);
        return (_made, _failed);
    }
}
