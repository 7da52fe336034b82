// The captured error variable is set by CompareExchange (the first one wins) and read after WhenAll. difficulty: medium
namespace Cases.U624;

public interface IMigrationStep
{
    string Name { get; }

    Task ApplyAsync(string tenant, CancellationToken token);
}

public sealed record MigrationResult(int Applied, int Skipped, Exception? FirstFailure);

public sealed class TenantMigrator(IMigrationStep step)
{
    public async Task<MigrationResult> RunAsync(IReadOnlyList<string> tenants, CancellationToken token)
    {
        Exception? first = null;
        int applied = 0;
        int skipped = 0;

        var running = new List<Task>(tenants.Count);
        foreach (var tenant in tenants)
        {
            running.Add(Task.Run(async () =>
            {
                if (Volatile.Read(ref first) != null)
                {
                    Interlocked.Increment(ref skipped);
                    return;
                }
                try
                {
                    await step.ApplyAsync(tenant, token).ConfigureAwait(false);
                    Interlocked.Increment(ref applied);
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    Interlocked.CompareExchange(ref first, ex, null);
                }
            }, token));
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        return new MigrationResult(applied, skipped, first);
    }
}
