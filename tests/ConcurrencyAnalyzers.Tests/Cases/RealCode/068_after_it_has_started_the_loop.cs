// The nearest wrong one: the member goes on with the state when the loop runs already.
namespace Cases.R068;

public sealed class Link
{
    private readonly object _gate = new();
    private Task? _loop;
    private int _opened;

    public async Task PublishAsync(string text) => await ConnectAsync();

    private async Task ConnectAsync()
    {
        lock (_gate)
            _loop = Task.Run(WatchAsync);
        await Task.Yield();
        _opened++; // expect: RACE#1
    }

    private async Task WatchAsync()
    {
        await Task.Delay(100);
        _opened++; // expect: RACE#1
    }
}
