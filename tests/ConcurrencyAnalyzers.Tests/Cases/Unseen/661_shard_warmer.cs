// A for variable is one variable for the whole loop: tasks and threads that start late see an index that has moved on. difficulty: easy
namespace Cases.U661;

public sealed record Shard(int Number, IReadOnlyList<string> Keys);

public interface IShardReader
{
    Task<Shard> ReadAsync(int number, CancellationToken token);

    void Verify(int number);
}

public sealed class ShardWarmer(IShardReader reader, int shards)
{
    public async Task<IReadOnlyDictionary<int, int>> WarmAsync(CancellationToken token)
    {
        var loads = new Task<Shard>[shards];
        for (int number = 0; number < shards; number++)
        {
            loads[number] = Task.Run(() => reader.ReadAsync(number, token), token); // expect: CAPTURE, RACE?
        }

        var loaded = await Task.WhenAll(loads).ConfigureAwait(false);
        var sizes = new Dictionary<int, int>();
        foreach (var shard in loaded)
        {
            sizes[shard.Number] = shard.Keys.Count;
        }
        return sizes;
    }

    public void VerifyAll()
    {
        var threads = new List<Thread>(shards);
        for (var number = 0; number < shards; number++)
        {
            var thread = new Thread(() => reader.Verify(number)) // expect: CAPTURE, RACE?
            {
                IsBackground = true,
                Name = $"verify {number}",
            };
            thread.Start();
            threads.Add(thread);
        }
        threads.ForEach(thread => thread.Join());
    }
}
