// A report tells how much there was so far: the total is not the result of the reader that counts it up.
namespace Cases.R061;

public sealed class Connection(Stream stream, Action<string> report)
{
    private long _received;
    private Task? _reading;

    public bool IsReading => _reading is not null;

    public async Task ConnectAsync()
    {
        _reading = Task.Run(ReadAsync);
        try
        {
            await Task.Delay(100);
            throw new TimeoutException();
        }
        catch (TimeoutException)
        {
            Fail("connect");
        }
    }

    private void Fail(string what) => Report(what + " failed");

    private void Report(string text) => report(text + ", received " + _received);

    private async Task ReadAsync()
    {
        var buffer = new byte[1024];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
            _received += count;
    }
}
