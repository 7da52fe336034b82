using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Waits for what has to come. The limit is for a hang, it is not a bound on speed.</summary>
internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Limit, $"Waited in vain for {what}.");
            await Task.Delay(10);
        }
    }

    public static Task<T> Bounded<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task Bounded(this Task task) => task.WaitAsync(Limit);

    /// <summary>Waits until all have ended, in whatever way.</summary>
    public static async Task AllEndedAsync(IEnumerable<Task> tasks) =>
        await Task.WhenAll(tasks).WaitAsync(Limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
