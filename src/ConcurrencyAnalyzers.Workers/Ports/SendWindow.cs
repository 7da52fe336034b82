namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>
/// How many items may be under way: a place is taken before an item is sent and given back when the other end has taken
/// it. Thread-safe.
/// </summary>
internal sealed class SendWindow(int size)
{
    private readonly int _size = size;
    private readonly object _gate = new();
    private readonly List<TaskCompletionSource<bool>> _waiting = [];
    private int _free = size;
    private bool _closed;

    /// <summary>Blocks until there is a place and takes it. <see langword="false"/> when the line is closed.</summary>
    public bool WaitForPlace()
    {
        lock (_gate)
        {
            while (_free == 0 && !_closed)
                Monitor.Wait(_gate);
            return TakeLocked();
        }
    }

    public bool TryTakePlace()
    {
        lock (_gate)
            return _free > 0 && TakeLocked();
    }

    /// <summary>Completes when there may be a place; <see langword="false"/> when the line is closed.</summary>
    public ValueTask<bool> PlaceAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> source;
        lock (_gate)
        {
            if (_closed)
                return new ValueTask<bool>(false);
            if (_free > 0)
                return new ValueTask<bool>(true);
            source = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(source);
        }
        return new ValueTask<bool>(source.Task.WaitAsync(cancellationToken));
    }

    public void GiveBack(int count)
    {
        lock (_gate)
        {
            _free = Math.Min(_size, _free + Math.Max(0, count));
            Wake(true);
        }
    }

    /// <summary>Blocks until all places are free, or the line is closed.</summary>
    public void WaitUntilEmpty()
    {
        lock (_gate)
        {
            while (_free < _size && !_closed)
                Monitor.Wait(_gate);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Wake(false);
        }
    }

    private bool TakeLocked()
    {
        if (_closed)
            return false;
        _free--;
        return true;
    }

    private void Wake(bool open)
    {
        foreach (var source in _waiting)
            source.TrySetResult(open);
        _waiting.Clear();
        Monitor.PulseAll(_gate);
    }
}
