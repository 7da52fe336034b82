namespace Observatory.Exposures;

public sealed record Exposure(string Target, TimeSpan Length, int Filter);

public interface ICamera
{
    byte[] Expose(Exposure exposure);
    void Abort();
}

public sealed class ExposureQueue(ICamera camera)
{
    private readonly List<Exposure> _pending = [];
    private readonly Dictionary<string, byte[]> _frames = [];
    private bool _parked;

    public IReadOnlyDictionary<string, byte[]> Frames => _frames;

    public void Plan(IEnumerable<Exposure> exposures) => _pending.AddRange(exposures);

    public int Run(CancellationToken weatherAlarm)
    {
        int taken = 0;
        using CancellationTokenRegistration alarm = weatherAlarm.Register(Park);
        while (_pending.Count > 0 && !_parked) // expect: RACE#1, CHECK_THEN_ACT?
        {
            Exposure next = _pending[0]; // expect: RACE#1, CHECK_THEN_ACT?
            _frames[next.Target] = camera.Expose(next);
            _pending.RemoveAt(0); // expect: RACE#1, CHECK_THEN_ACT?
            taken++;
        }
        return taken;
    }

    private void Park()
    {
        _parked = true; // expect: RACE?
        _pending.Clear(); // expect: RACE#1
        camera.Abort();
    }
}

public static class Program
{
    private sealed class SimulatedCamera : ICamera
    {
        private volatile bool _aborted;

        public byte[] Expose(Exposure exposure)
        {
            for (int i = 0; i < 10 && !_aborted; i++)
            {
                Thread.Sleep(exposure.Length / 10);
            }
            return new byte[16];
        }

        public void Abort() => _aborted = true;
    }

    public static void Main()
    {
        var queue = new ExposureQueue(new SimulatedCamera());
        queue.Plan(Enumerable.Range(1, 20).Select(m => new Exposure($"M{m}", TimeSpan.FromMilliseconds(200), m % 4)));
        using var alarm = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Console.WriteLine($"{queue.Run(alarm.Token)} exposures");
    }
}
