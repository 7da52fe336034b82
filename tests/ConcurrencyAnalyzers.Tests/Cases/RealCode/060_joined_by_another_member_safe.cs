// Before the server is reset, the loop that is on is waited for, in a member of its own.
namespace Cases.R060;

public sealed class Writer
{
    private readonly object _gate = new();
    private Task? _loop;
    private int _written;

    public void Reset()
    {
        lock (_gate)
            _loop = Task.Run(RunAsync);
    }

    public async Task EndAsync()
    {
        Task? loop;
        lock (_gate)
            loop = _loop;
        if (loop != null)
            await loop.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        await Task.Delay(10);
        _written++;
    }
}

public sealed class Session(Writer writer)
{
    public async Task RunAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            writer.Reset();
            await Task.Delay(100);
            await StopAsync();
        }
    }

    private async Task StopAsync() => await writer.EndAsync();
}
