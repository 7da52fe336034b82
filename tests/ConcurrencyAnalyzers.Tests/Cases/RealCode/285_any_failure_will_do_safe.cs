// Several tries fail at once: whichever failure is kept is worth a report.
namespace Cases.R285;

public static class Race
{
    public static async Task<int> FirstAsync(IReadOnlyList<Func<Task<int>>> tries)
    {
        Exception? last = null;
        var answers = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = tries.Count;
        foreach (var attempt in tries)
            _ = Task.Run(async () =>
            {
                try
                {
                    answers.TrySetResult(await attempt());
                }
                catch (Exception ex)
                {
                    last = ex;
                    if (Interlocked.Decrement(ref left) == 0)
                        answers.TrySetException(last!);
                }
            });
        return await answers.Task;
    }
}
