// A copy leaves the lock, or the list itself while another takes its place.
namespace Cases.S256;

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
    private List<int> _late = [];

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
            _late.Add(sample);
            Monitor.Pulse(_gate);
        }
    }

    private void Flush()
    {
        while (true)
        {
            List<int> batch;
            List<int> late;
            lock (_gate)
            {
                while (_samples.Count < 100)
                {
                    Monitor.Wait(_gate);
                }

                batch = [.. _samples];
                _samples.Clear();
                late = _late;
                _late = [];
            }

            _sink.Write(batch);
            _sink.Write(late);
        }
    }
}
