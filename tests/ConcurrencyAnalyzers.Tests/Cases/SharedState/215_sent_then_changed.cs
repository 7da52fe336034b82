// A list is handed over through a queue, then cleared and filled again.
using System.Collections.Concurrent;
namespace Cases.S215;

public static class Batches
{
    public static void Run(IEnumerable<int> input)
    {
        using var queue = new BlockingCollection<List<int>>();
        var consumer = new Thread(() =>
        {
            foreach (var batch in queue.GetConsumingEnumerable())
            {
                Console.WriteLine(batch.Sum()); // expect: RACE#1
            }
        });
        consumer.Start();
        var current = new List<int>();
        foreach (var x in input)
        {
            current.Add(x); // expect: RACE#1
            if (current.Count == 100)
            {
                queue.Add(current);
                current.Clear(); // expect: RACE#1
            }
        }
        queue.CompleteAdding();
        consumer.Join();
    }
}
