// One walker after the other; and nothing says that two callers meet here.
namespace Cases.Atomicity.S055;

public sealed class Steps(Func<Task> move)
{
    private int _steps;

    public async Task<int> RunAsync(int walkers)
    {
        for (int i = 0; i < walkers; i++)
            await WalkAsync();
        return _steps;
    }

    private async Task WalkAsync()
    {
        var steps = _steps;
        await move();
        _steps = steps + 1;
    }
}
