// The nearest wrong one: who closes does not wait for the sender.
namespace Cases.R288;

public sealed class Line
{
    private readonly List<string> _onTheWay = new();
    private Task? _sender;
    private Task? _closing;

    public async Task RunAsync(int letters)
    {
        _sender = SendAsync(letters);
        Close();
        await Task.WhenAll(_sender);
    }

    private async Task SendAsync(int letters)
    {
        await Task.Yield();
        for (var i = 0; i < letters; i++)
        {
            _onTheWay.Add("letter " + i); // expect: RACE#1
            await Task.Delay(1);
        }
    }

    private void Close()
    {
        var closing = new Task<Task>(CloseAsync);
        if (Interlocked.CompareExchange(ref _closing, closing.Unwrap(), null) is not null)
            return;
        closing.Start(TaskScheduler.Default);
    }

    private async Task CloseAsync()
    {
        await Task.Delay(1);
        foreach (var letter in _onTheWay) // expect: RACE#1
            Console.WriteLine(letter);
    }
}
