// Adding and swapping hold the same Mutex; the full list is flushed by the thread that swapped it out and nobody else has it. difficulty: medium
namespace Cases.U308;

public sealed class SwitchableLog(Action<IReadOnlyList<string>> flush) : IDisposable
{
    private readonly Mutex _mutex = new();
    private List<string> _active = [];

    public void Write(string line)
    {
        _mutex.WaitOne();
        try
        {
            _active.Add(line);
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }

    public void Rotate()
    {
        List<string> full;
        _mutex.WaitOne();
        try
        {
            full = _active;
            _active = [];
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
        flush(full);
    }

    public void Dispose() => _mutex.Dispose();

    public static void Copy(string[] lines, Action<IReadOnlyList<string>> flush)
    {
        using var log = new SwitchableLog(flush);
        Parallel.Invoke(
            () => Array.ForEach(lines, log.Write),
            log.Rotate,
            log.Rotate);
        log.Rotate();
    }
}
