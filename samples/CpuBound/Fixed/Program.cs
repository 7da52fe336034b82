using System.Diagnostics;
using ConcurrencyAnalyzers.Workers;
using CpuBound;

// Started beforehand, as a server would, so that the second time is that of the work.
await WorkerPool.Shared.WarmUpAsync(2);

var watch = Stopwatch.StartNew();
var onThreads = CountOnThreads();
Console.WriteLine($"on two threads:          {onThreads:N0} primes below 3,000,000, in {watch.ElapsedMilliseconds:N0} ms");

watch.Restart();
var low = WorkerPool.Shared.RunAsync(Primes.Count, 0, 1_500_000);
var high = WorkerPool.Shared.RunAsync(Primes.Count, 1_500_000, 3_000_000);
var inProcesses = await low + await high;
Console.WriteLine($"in two worker processes: {inProcesses:N0} primes below 3,000,000, in {watch.ElapsedMilliseconds:N0} ms");

return onThreads == 216_816 && inProcesses == 216_816 ? 0 : 1;

static int CountOnThreads()
{
    var (low, high) = (0, 0);
    var first = new Thread(() => low = Primes.Count(0, 1_500_000));
    var second = new Thread(() => high = Primes.Count(1_500_000, 3_000_000));
    first.Start();
    second.Start();
    first.Join();
    second.Join();
    return low + high;
}
