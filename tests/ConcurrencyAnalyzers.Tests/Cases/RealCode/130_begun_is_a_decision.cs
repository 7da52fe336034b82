// The nearest wrong one: the state is set because it was found as it was.
namespace Cases.R130;

public enum Phase
{
    Idle,
    Sending,
    Failed,
}

public sealed class Session(Stream stream)
{
    private readonly object _gate = new();
    private Phase _phase;

    public async Task SendAsync(byte[] data)
    {
        lock (_gate)
        {
            if (_phase != Phase.Idle)
                throw new InvalidOperationException();
        }

        Console.WriteLine(data.Length);
        lock (_gate)
            _phase = Phase.Sending; // expect: CHECK_THEN_ACT
        await stream.WriteAsync(data);
        lock (_gate)
            _phase = Phase.Idle;
    }

    public void Fail()
    {
        lock (_gate)
            _phase = Phase.Failed;
    }
}
