namespace Space.GroundStation;

public sealed record Pass(string Satellite, DateTime Rise, DateTime Set);

public sealed class DownlinkAccount
{
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _perSatellite = [];
    private long _total;

    public void Frame(string satellite, int bytes)
    {
        lock (_gate)
        {
            _perSatellite[satellite] = _perSatellite.GetValueOrDefault(satellite) + bytes;
            _total += bytes; // expect: INCONSISTENT_LOCK#1, RACE?, NON_ATOMIC?
        }
    }

    public void Idle(int bytes) => Interlocked.Add(ref _total, bytes); // expect: INCONSISTENT_LOCK#1, RACE?, NON_ATOMIC?

    public (long Total, int Satellites) Summary()
    {
        lock (_gate)
        {
            return (_total, _perSatellite.Count); // expect: INCONSISTENT_LOCK?
        }
    }
}

public sealed class Receiver(DownlinkAccount account, Func<Pass, IEnumerable<byte[]>> demodulate)
{
    public void Track(Pass pass)
    {
        foreach (byte[] frame in demodulate(pass))
        {
            if (frame.Length == 0)
            {
                account.Idle(256);
            }
            else
            {
                account.Frame(pass.Satellite, frame.Length);
            }
        }
    }
}

public static class Program
{
    private static Pass Parse(string line)
    {
        string[] parts = line.Split(',');
        return new Pass(parts[0], DateTime.Parse(parts[1]), DateTime.Parse(parts[2]));
    }

    public static void Main(string[] args)
    {
        var account = new DownlinkAccount();
        var receiver = new Receiver(account, pass => Enumerable.Range(0, 1000).Select(i => new byte[i % 3 == 0 ? 0 : 223]));
        using var pending = new CountdownEvent(1);
        using StreamReader schedule = File.OpenText(args[0]);
        string? line;
        while ((line = schedule.ReadLine()) is not null)
        {
            pending.AddCount();
            ThreadPool.QueueUserWorkItem(_ =>
            {
                receiver.Track(Parse(line)); // expect: CAPTURE, RACE?
                pending.Signal();
            });
        }
        pending.Signal();
        pending.Wait();
        Console.WriteLine(account.Summary());
    }
}
