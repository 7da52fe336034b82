// The nearest wrong one: the run goes on with the state after it has started the next.
namespace Cases.R056;

public sealed class Link
{
    private readonly object _gate = new();
    private Task? _loop;
    private int _opened;

    public void Connect()
    {
        lock (_gate)
            _loop = Task.Run(ReconnectAsync);
    }

    private async Task ReconnectAsync()
    {
        await Task.Delay(100);
        lock (_gate)
            _loop = Task.Run(ReconnectAsync);
        _opened++; // expect: RACE
    }
}
