// Workers peek at the head to see whether it is due and then dequeue, which may give them another job, not due yet; difficulty: hard
using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U906
{
    public sealed record Job(string Name, DateTime Due);

    public sealed class DueQueue
    {
        private readonly ConcurrentQueue<Job> _jobs = new ConcurrentQueue<Job>();

        public void Enqueue(Job job) => _jobs.Enqueue(job);

        public bool IsEmpty => _jobs.IsEmpty;

        public Job? TakeDue(DateTime now)
        {
            if (_jobs.TryPeek(out Job? head) && head.Due <= now) // expect: CHECK_THEN_ACT?
            {
                if (_jobs.TryDequeue(out Job? job)) // expect: CHECK_THEN_ACT
                {
                    return job;
                }
            }
            return null;
        }
    }

    public static class Program
    {
        private static async Task WorkAsync(int id, DueQueue queue)
        {
            while (!queue.IsEmpty)
            {
                Job? job = queue.TakeDue(DateTime.UtcNow);
                if (job == null)
                {
                    await Task.Delay(5).ConfigureAwait(false);
                    continue;
                }
                Console.WriteLine($"{id} runs {job.Name}");
            }
        }

        public static async Task Main()
        {
            var queue = new DueQueue();
            DateTime start = DateTime.UtcNow;
            for (int i = 0; i < 40; i++)
            {
                queue.Enqueue(new Job("job" + i, start.AddMilliseconds(i * 10)));
            }
            await Task.WhenAll(Enumerable.Range(1, 3).Select(id => Task.Run(() => WorkAsync(id, queue))));
        }
    }
}
