// What the member does before it starts the loop is done when the loop begins; it is called again only when there is none.
namespace Cases.R067;

public sealed class Link
{
    private readonly object _gate = new();
    private Task? _loop;
    private string? _socket;

    public bool IsOpen { get; private set; }

    public async Task PublishAsync(string text)
    {
        if (IsOpen)
            return;
        await ConnectAsync();
        Console.WriteLine(text);
    }

    private async Task ConnectAsync()
    {
        await OpenAsync();
        lock (_gate)
        {
            IsOpen = true;
            _loop = Task.Run(WatchAsync);
        }
    }

    private async Task OpenAsync()
    {
        await Task.Yield();
        _socket = "socket";
        _socket += "!";
    }

    private async Task WatchAsync()
    {
        await Task.Delay(100);
        await OpenAsync();
        lock (_gate)
            _loop = Task.Run(WatchAsync);
    }
}
