// The nearest safe twins: the callback takes the lock, touches what is its member's own, or runs while its starter holds the lock.
namespace Cases.S343;

public sealed class PagerGateway(Action<int, string> transmit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<bool>> _open = new();
    private int _lastId;

    public async Task<bool> PageAsync(string text, CancellationToken token)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        int id;
        lock (_gate)
        {
            id = ++_lastId;
            _open.Add(id, done);
        }

        await using var registration = token.Register(() =>
        {
            bool isOpen;
            lock (_gate)
                isOpen = _open.Remove(id);
            if (isOpen)
                done.TrySetCanceled(token);
        });
        transmit(id, text);
        return await done.Task;
    }

    public void Acknowledged(int id, bool read)
    {
        TaskCompletionSource<bool>? done;
        lock (_gate)
        {
            if (!_open.Remove(id, out done))
                return;
        }

        done.TrySetResult(read);
    }
}

public sealed class Readings
{
    private readonly object _gate = new();
    private readonly List<double> _values = new();

    public void Add(double value)
    {
        lock (_gate)
            _values.Add(value);
    }

    public double Mean()
    {
        lock (_gate)
            return _values.Average();
    }

    public void Trim()
    {
        lock (_gate)
        {
            var thread = new Thread(() => _values.RemoveRange(0, 10));
            thread.Start();
            thread.Join();
        }
    }

    public void Sort()
    {
        lock (_gate)
            Parallel.Invoke(() => _values.Sort(), () => Console.WriteLine("sorts"));
    }

    public async Task<int> CountAsync(CancellationToken token)
    {
        var gone = new List<double>();
        using (token.Register(() => gone.Clear()))
        {
            await Task.Yield();
        }

        gone.Add(1);
        return gone.Count;
    }
}
