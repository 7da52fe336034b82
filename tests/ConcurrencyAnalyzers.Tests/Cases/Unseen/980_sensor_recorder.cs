// The producer refills the one frame object that it has already queued: the consumer reads values of later samples. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U980;

public sealed class Frame
{
    public int Channel { get; set; }
    public double Value { get; set; }
}

public sealed class SensorRecorder(int channels)
{
    private readonly BlockingCollection<Frame> _queue = new();
    private readonly double[] _peaks = new double[channels];

    public double[] Record(IEnumerable<(int Channel, double Value)> samples)
    {
        var consumer = new Thread(Consume);
        consumer.Start();

        var frame = new Frame();
        foreach (var (channel, value) in samples)
        {
            frame.Channel = channel; // expect: RACE#1
            frame.Value = value; // expect: RACE#1
            _queue.Add(frame); // expect: RACE#1
        }
        _queue.CompleteAdding();
        consumer.Join();
        return _peaks;
    }

    private void Consume()
    {
        foreach (var frame in _queue.GetConsumingEnumerable())
        {
            _peaks[frame.Channel] = Math.Max(_peaks[frame.Channel], frame.Value); // expect: RACE#1
        }
    }
}
