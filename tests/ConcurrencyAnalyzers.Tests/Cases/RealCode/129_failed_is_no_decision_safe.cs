// The state is looked at before the work; that the work has failed is noted because it has, whatever the state was.
namespace Cases.R129;

public enum Phase
{
    Open,
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
            if (_phase != Phase.Open)
                throw new InvalidOperationException();
        }

        try
        {
            await stream.WriteAsync(data);
        }
        catch (IOException)
        {
            lock (_gate)
                _phase = Phase.Failed;
            throw;
        }
    }

    public async Task FlushAsync()
    {
        lock (_gate)
        {
            if (_phase != Phase.Open)
                throw new InvalidOperationException();
        }

        try
        {
            await stream.FlushAsync();
        }
        catch (IOException e)
        {
            SetFailed(e);
            throw;
        }
    }

    private void SetFailed(Exception e)
    {
        Console.WriteLine(e);
        lock (_gate)
            _phase = Phase.Failed;
    }
}
