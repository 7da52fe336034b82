// TryDequeue is test and removal in one step: each document goes to exactly one printer. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U954;

public sealed class PrintJobs(IEnumerable<string> documents)
{
    private readonly ConcurrentQueue<string> _queue = new(documents);
    private readonly ConcurrentBag<string> _log = [];

    public async Task<string[]> RunAsync(string[] printers, Func<string, string, Task> print)
    {
        await Task.WhenAll(printers.Select(printer => Task.Run(() => ServeAsync(printer, print))));
        return _log.ToArray();
    }

    private async Task ServeAsync(string printer, Func<string, string, Task> print)
    {
        while (_queue.TryDequeue(out var document))
        {
            await print(printer, document);
            _log.Add($"{document} on {printer}");
        }
    }
}
