// What a callback does while its member waits is done beside all other members: without the lock that they take.
namespace Cases.S342;

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
            if (_open.Remove(id)) // expect: INCONSISTENT_LOCK
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

    public int Unanswered
    {
        get
        {
            lock (_gate)
                return _open.Count;
        }
    }
}

public sealed class Waiters
{
    private readonly object _gate = new();
    private readonly LinkedList<string> _names = new();

    public async Task WaitAsync(string name, Task turn, CancellationToken token)
    {
        lock (_gate)
            _names.AddLast(name);
        using (token.UnsafeRegister(_ => _names.Remove(name), null)) // expect: INCONSISTENT_LOCK
            await turn;
        lock (_gate)
            _names.Remove(name);
    }

    public string? Next()
    {
        lock (_gate)
            return _names.First?.Value;
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

    public void Sort()
    {
        lock (_gate)
            _values.Sort();
    }

    public async Task TrimAsync()
    {
        await Task.Run(() => _values.RemoveRange(0, 10)); // expect: INCONSISTENT_LOCK
        Console.WriteLine("trimmed");
    }
}

public sealed class Levels
{
    private readonly object _gate = new();
    private readonly List<double> _levels = new();

    public void Add(double value)
    {
        lock (_gate)
            _levels.Add(value);
    }

    public double Mean()
    {
        lock (_gate)
            return _levels.Average();
    }

    public void Reset()
    {
        var thread = new Thread(Clear);
        thread.Start();
        thread.Join();
    }

    private void Clear() => _levels.Clear(); // expect: INCONSISTENT_LOCK
}
