// The threads capture the for variable itself, so a thread that starts late warms the wrong shard or indexes past the end. difficulty: easy
namespace Cases.U853;

public sealed class ShardWarmup(IReadOnlyList<string> shards, Action<string> warm)
{
    public int Warm()
    {
        var threads = new List<Thread>();
        var failures = 0;
        for (var i = 0; i < shards.Count; i++) // expect: CAPTURE?, RACE?
        {
            var thread = new Thread(() =>
            {
                try
                {
                    warm(shards[i]); // expect: CAPTURE, RACE?
                }
                catch (IOException)
                {
                    Interlocked.Increment(ref failures);
                }
            });
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return failures;
    }
}
