// A list is handed over through a queue, and the next one is a new one.
using System.Collections.Concurrent;
namespace Cases.S216;

public static class Batches
{
    public static void Run(IEnumerable<int> input)
    {
        using var queue = new BlockingCollection<List<int>>();
        var consumer = new Thread(() =>
        {
            foreach (var batch in queue.GetConsumingEnumerable())
            {
                Console.WriteLine(batch.Sum());
            }
        });
        consumer.Start();
        var current = new List<int>();
        foreach (var x in input)
        {
            current.Add(x);
            if (current.Count == 100)
            {
                queue.Add(current);
                current = new List<int>();
            }
        }
        queue.CompleteAdding();
        consumer.Join();
    }
}
