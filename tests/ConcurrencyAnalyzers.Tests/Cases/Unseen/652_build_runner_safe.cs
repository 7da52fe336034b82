// The event is read once, by ?.Invoke or into a local, so a concurrent unsubscribe cannot make it null in between. difficulty: medium
namespace Cases.U652;

public sealed record StageChanged(string Stage, int Percent);

public interface IBuildStage
{
    string Name { get; }

    Task ExecuteAsync(CancellationToken token);
}

public sealed class BuildRunner(IReadOnlyList<IBuildStage> stages)
{
    public event EventHandler<StageChanged>? Progressed;

    public event Action<string>? Failed;

    public async Task RunAsync(CancellationToken token)
    {
        int finished = 0;
        await Parallel.ForEachAsync(stages, token, async (stage, ct) =>
        {
            try
            {
                await stage.ExecuteAsync(ct).ConfigureAwait(false);
            }
            catch (InvalidOperationException error)
            {
                var failed = Failed;
                if (failed != null)
                {
                    failed(error.Message);
                }
                throw;
            }
            int percent = 100 * Interlocked.Increment(ref finished) / stages.Count;
            Progressed?.Invoke(this, new StageChanged(stage.Name, percent));
        }).ConfigureAwait(false);
    }
}

public sealed class BuildMonitor(BuildRunner runner)
{
    private readonly object _gate = new();
    private readonly List<string> _lines = [];

    public void Attach()
    {
        runner.Progressed += OnProgressed;
        runner.Failed += Log;
    }

    public void Detach()
    {
        runner.Progressed -= OnProgressed;
        runner.Failed -= Log;
    }

    public string[] Lines()
    {
        lock (_gate)
        {
            return _lines.ToArray();
        }
    }

    private void OnProgressed(object? sender, StageChanged change) => Log($"{change.Stage} {change.Percent}%");

    private void Log(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }
}
