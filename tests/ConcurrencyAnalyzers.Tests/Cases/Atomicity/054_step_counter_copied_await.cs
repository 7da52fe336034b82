// The copy is old when it is written back.
namespace Cases.Atomicity.S054;

public sealed class Steps(Func<Task> move)
{
    private int _steps;

    public async Task<int> RunAsync(int walkers)
    {
        var tasks = new List<Task>();
        for (int i = 0; i < walkers; i++)
            tasks.Add(WalkAsync());
        await Task.WhenAll(tasks);
        return _steps;
    }

    private async Task WalkAsync()
    {
        var steps = _steps; // expect: RACE?
        await move();
        _steps = steps + 1; // expect: RACE
    }
}
