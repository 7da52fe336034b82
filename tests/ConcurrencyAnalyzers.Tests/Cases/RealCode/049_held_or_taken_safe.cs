// The caller says by the parameter that it holds the semaphore; from where the two ways meet, it is held on both.
namespace Cases.R049;

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
        if (_gate.Wait(0))
            await WriteConnectAsync(true, line);
        else
            await WriteConnectAsync(false, line);
    }

    private async Task WriteConnectAsync(bool isHeld, string line)
    {
        if (!isHeld)
            await _gate.WaitAsync();
        try
        {
            await Task.Yield();
            _lines.Add(line);
        }
        finally
        {
            _gate.Release();
        }
    }
}
