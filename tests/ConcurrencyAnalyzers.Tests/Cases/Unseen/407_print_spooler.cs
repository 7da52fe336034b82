// Three printers peek at the head of the queue and dequeue later: they print one job twice and drop another unprinted. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U407;

public sealed record PrintJob(string Document, int Pages);

public sealed class PrintSpooler(Action<PrintJob> print)
{
    private readonly ConcurrentQueue<PrintJob> _jobs = new();

    public void Submit(PrintJob job) => _jobs.Enqueue(job);

    public Task PrintAllAsync() => Task.WhenAll(
        Task.Run(Drain),
        Task.Run(Drain),
        Task.Run(Drain));

    private void Drain()
    {
        while (_jobs.TryPeek(out var job))
        {
            print(job);
            _jobs.TryDequeue(out _); // expect: CHECK_THEN_ACT
        }
    }
}
