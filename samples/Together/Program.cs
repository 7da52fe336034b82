using ConcurrencyAnalyzers.Workers;
using Together;

var folder = Directory.CreateTempSubdirectory("together-").FullName;
try
{
    await Texts.WriteAsync(folder, files: 8);

    // Reading waits for the disk, so it is asynchronous and costs no thread. Counting is arithmetic, so it runs in
    // worker processes; the pool asks for the next text when a worker is about to be free.
    var total = 0;
    await foreach (var count in WorkerPool.Shared.MapAsync(Texts.CountWords, Texts.ReadAsync(folder)))
    {
        Console.WriteLine($"{count.File}: {count.Words:N0} words, the longest is '{count.Longest}'");
        total += count.Words;
    }

    Console.WriteLine($"together: {total:N0} words");
}
finally
{
    Directory.Delete(folder, recursive: true);
}
