// Who closes waits for the sender, whose task is kept, and then looks at what is left.
namespace Cases.R287;

public sealed class Line
{
    private readonly List<string> _onTheWay = new();
    private Task? _sender;
    private Task? _closing;

    public async Task RunAsync(int letters)
    {
        _sender = SendAsync(letters);
        await Task.WhenAll(_sender);
    }

    private async Task SendAsync(int letters)
    {
        await Task.Yield();
        try
        {
            for (var i = 0; i < letters; i++)
            {
                _onTheWay.Add("letter " + i);
                await Task.Delay(1);
            }
        }
        finally
        {
            Close();
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
        if (_sender is { IsCompleted: false } sender)
        {
            try
            {
                await sender;
            }
            catch (Exception ex)
            {
                Console.WriteLine(ex.Message);
            }
        }

        foreach (var letter in _onTheWay)
            Console.WriteLine(letter);
    }
}
