// The loop variable is passed as the state argument, which is copied when the task is made; nothing is captured. difficulty: medium
namespace Cases.U382;

public sealed record ShardRange(int From, int To);

public sealed class ShardCounter(Func<int, long> countRows)
{
    public async Task<long> CountAsync(int shards)
    {
        var tasks = new List<Task<long>>();
        for (int shard = 0; shard < shards; shard++)
        {
            tasks.Add(Task.Factory.StartNew(
                state => countRows((int)state!),
                shard,
                CancellationToken.None,
                TaskCreationOptions.None,
                TaskScheduler.Default));
        }

        var range = new ShardRange(0, shards);
        for (int half = 1; half <= 2; half++)
        {
            range = range with { From = range.To, To = range.To + shards };
            tasks.Add(Task.Factory.StartNew(
                CountRange,
                range,
                CancellationToken.None,
                TaskCreationOptions.None,
                TaskScheduler.Default));
        }
        return (await Task.WhenAll(tasks)).Sum();
    }

    private long CountRange(object? state)
    {
        var range = (ShardRange)state!;
        long rows = 0;
        for (int shard = range.From; shard < range.To; shard++)
        {
            rows += countRows(shard);
        }
        return rows;
    }
}
