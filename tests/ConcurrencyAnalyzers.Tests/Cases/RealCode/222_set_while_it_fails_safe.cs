// What is stored while the exception is made belongs to the exception, not to what was asked before.
namespace Cases.R222;

public enum Phase
{
    Open,
    Failed,
}

public sealed class Session(Stream stream)
{
    private readonly object _gate = new();
    private Phase _phase;

    public async Task<byte[]> ReceiveAsync()
    {
        lock (_gate)
        {
            if (_phase != Phase.Open)
                throw new InvalidOperationException();
        }

        var answer = new byte[16];
        var length = await stream.ReadAsync(answer);
        return length == 0 ? throw Failure("closed") : answer;
    }

    private Exception Failure(string text)
    {
        lock (_gate)
            _phase = Phase.Failed;
        return new IOException(text);
    }
}
