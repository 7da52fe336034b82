// Each run of the loop starts the next when the connection is there again: the runs follow one another.
namespace Cases.R055;

public sealed class Link
{
    private readonly object _gate = new();
    private Task? _loop;
    private string _socket = "";

    public async Task ConnectAsync()
    {
        _socket = await OpenAsync();
        lock (_gate)
            _loop = Task.Run(ReconnectAsync);
    }

    private async Task ReconnectAsync()
    {
        await Task.Delay(100);
        _socket = "";
        _socket += await OpenAsync();
        _socket += "!";
        lock (_gate)
            _loop = Task.Run(ReconnectAsync);
    }

    private static async Task<string> OpenAsync()
    {
        await Task.Yield();
        return "socket";
    }
}
