// The nearest wrong one: the same step, taken because the state was found open.
namespace Cases.R223;

public enum Phase
{
    Open,
    Taken,
    Closed,
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
        Take(answer.Length); // expect: CHECK_THEN_ACT
        await stream.ReadAsync(answer);
        return answer;
    }

    public void Close()
    {
        lock (_gate)
            _phase = Phase.Closed;
    }

    private void Take(int length)
    {
        Console.WriteLine(length);
        lock (_gate)
            _phase = Phase.Taken;
    }
}
