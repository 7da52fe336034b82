namespace Blind.C1191;

public sealed class FrameInfo
{
    public FrameInfo(int camera, long timestamp)
    {
        Camera = camera;
        Timestamp = timestamp;
    }

    public int Camera { get; }

    public long Timestamp { get; }
}

public sealed class IngestWindow
{
    private readonly object _gate = new();
    private readonly Queue<FrameInfo> _frames = new();
    private long _newest;

    public void Push(FrameInfo frame)
    {
        var taken = false;
        try
        {
            Monitor.TryEnter(_gate, TimeSpan.FromMilliseconds(5), ref taken); // expect: RACE#1
            _frames.Enqueue(frame); // expect: RACE#1
            _newest = Math.Max(_newest, frame.Timestamp); // expect: RACE#1
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_gate);
            }
        }
    }

    public int Trim(long age)
    {
        lock (_gate)
        {
            var removed = 0;
            while (_frames.TryPeek(out var oldest) && oldest.Timestamp < _newest - age)
            {
                _frames.Dequeue();
                removed++;
            }

            return removed;
        }
    }
}

public static class Program
{
    public static void Main()
    {
        var window = new IngestWindow();
        var cameras = new List<Thread>();
        for (var c = 0; c < 6; c++)
        {
            var camera = c;
            var thread = new Thread(() =>
            {
                for (var i = 0; i < 100; i++)
                {
                    window.Push(new FrameInfo(camera, Environment.TickCount64));
                    Thread.Sleep(2);
                }
            });
            cameras.Add(thread);
            thread.Start();
        }

        for (var i = 0; i < 10; i++)
        {
            Thread.Sleep(20);
            Console.WriteLine(window.Trim(50));
        }

        cameras.ForEach(static t => t.Join());
    }
}
