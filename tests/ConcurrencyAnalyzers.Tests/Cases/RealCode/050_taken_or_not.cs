// The nearest wrong one: whether the semaphore is taken depends on how long the line is, and no caller holds it.
namespace Cases.R050;

public sealed class Writer
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<string> _lines = new();

    public async Task WriteAsync(string line)
    {
        await _gate.WaitAsync();
        try
        {
            _lines.Add(line);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task ClearAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _lines.Clear();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task ConnectAsync(string line)
    {
        var isLong = line.Length > 80;
        if (isLong)
            await _gate.WaitAsync();
        await Task.Yield();
        _lines.Add(line); // expect: INCONSISTENT_LOCK
        if (isLong)
            _gate.Release();
    }
}
