// A report tells how much there was so far: the total is not the result of the reader that counts it up.
namespace Cases.R061;

public sealed class Connection(Stream stream, Action<string> report)
{
    private long _received;

    public async Task ConnectAsync()
    {
        var reading = Task.Run(ReadAsync);
        try
        {
            await Task.Delay(100);
            throw new TimeoutException();
        }
        catch (TimeoutException)
        {
            Fail("connect");
        }

        await reading;
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
