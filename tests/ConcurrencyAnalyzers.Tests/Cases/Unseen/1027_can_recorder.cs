namespace Automotive.Can;

public readonly record struct CanFrame(uint Id, ulong Data, long Ticks);

public interface IFrameSink
{
    void Write(IReadOnlyList<CanFrame> frames);
}

public sealed class CanRecorder : IDisposable
{
    private readonly object _gate = new();
    private readonly List<CanFrame> _frames = new(4096);
    private readonly IFrameSink _sink;
    private readonly Thread _flusher;
    private bool _closed;

    public CanRecorder(IFrameSink sink)
    {
        _sink = sink;
        _flusher = new Thread(FlushLoop) { IsBackground = true };
        _flusher.Start();
    }

    public void OnFrame(uint id, ulong data)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }
            _frames.Add(new CanFrame(id, data, Environment.TickCount64));
            if (_frames.Count >= 1024)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    private void FlushLoop()
    {
        while (true)
        {
            List<CanFrame> batch;
            bool last;
            lock (_gate)
            {
                while (!_closed && _frames.Count < 1024)
                {
                    Monitor.Wait(_gate);
                }
                batch = _frames; // expect: ESCAPES_LOCK#1
                last = _closed;
            }

            _sink.Write(batch); // expect: ESCAPES_LOCK#1, INCONSISTENT_LOCK?, RACE?

            lock (_gate)
            {
                _frames.Clear(); // expect: CHECK_THEN_ACT?
            }
            if (last)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
        _flusher.Join();
    }
}
