// The variable takes the list itself out of the lock, and an implementation that is not seen reads it while others add.
namespace Cases.S255;

public interface ISink
{
    void Write(IReadOnlyList<int> samples);
}

public sealed class Recorder
{
    private readonly object _gate = new();
    private readonly List<int> _samples = [];
    private readonly ISink _sink;
    private readonly Thread _flusher;

    public Recorder(ISink sink)
    {
        _sink = sink;
        _flusher = new Thread(Flush) { IsBackground = true };
        _flusher.Start();
    }

    public void Add(int sample)
    {
        lock (_gate)
        {
            _samples.Add(sample);
            Monitor.Pulse(_gate);
        }
    }

    private void Flush()
    {
        while (true)
        {
            List<int> batch;
            lock (_gate)
            {
                while (_samples.Count < 100)
                {
                    Monitor.Wait(_gate);
                }

                batch = _samples; // expect: ESCAPES_LOCK
            }

            _sink.Write(batch);
            lock (_gate)
            {
                _samples.Clear(); // expect: CHECK_THEN_ACT?
            }
        }
    }
}
