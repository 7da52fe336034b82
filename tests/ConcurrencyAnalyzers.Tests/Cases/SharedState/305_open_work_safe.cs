// While any work is open: each turn adds what it found, before it takes off what it has done. The number is never wrong.
using System.Collections.Concurrent;

namespace Cases.S305;

public sealed class Sweep(Func<string, string[]> below)
{
    private readonly ConcurrentQueue<string> _folders = new();
    private int _open;

    public void Run(string root, int workers)
    {
        Volatile.Write(ref _open, 1);
        _folders.Enqueue(root);
        Parallel.For(0, workers, _ => Work());
    }

    private void Work()
    {
        while (Volatile.Read(ref _open) != 0)
        {
            if (!_folders.TryDequeue(out var folder))
            {
                Thread.Yield();
                continue;
            }
            foreach (var inner in below(folder))
            {
                Interlocked.Increment(ref _open);
                _folders.Enqueue(inner);
            }
            Interlocked.Decrement(ref _open);
        }
    }
}
