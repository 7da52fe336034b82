// Count and Enqueue are separate steps, so several producers pass the check together and the queue grows past its capacity. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U846;

public sealed class PrintSpooler
{
    private readonly ConcurrentQueue<string> _documents = new();
    private readonly SemaphoreSlim _available = new(0);
    private readonly int _slots;
    private int _rejected;

    public PrintSpooler(int slots)
    {
        _slots = slots;
    }

    public int Rejected => Volatile.Read(ref _rejected);

    public bool TrySubmit(string document)
    {
        if (_documents.Count >= _slots) // expect: CHECK_THEN_ACT?
        {
            Interlocked.Increment(ref _rejected);
            return false;
        }
        _documents.Enqueue(document); // expect: CHECK_THEN_ACT
        _available.Release();
        return true;
    }

    public async Task PrintAsync(Func<string, Task> print, CancellationToken token)
    {
        while (true)
        {
            await _available.WaitAsync(token).ConfigureAwait(false);
            if (_documents.TryDequeue(out var document))
            {
                await print(document).ConfigureAwait(false);
            }
        }
    }
}
