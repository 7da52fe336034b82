// Averages the drift that several glacier probes report.
namespace Cases.U1582;

public sealed class DriftAverage(double sum, int count)
{
    public void Include(double metres)
    {
        sum += metres; // expect: RACE
        count++; // expect: RACE
    }

    public double Value => count == 0 ? 0 : sum / count;
}

public abstract class Probe(string id)
{
    public string Id => id;

    public abstract IEnumerable<double> Readings();
}

public sealed class ReplayProbe(string id, double[] readings) : Probe(id)
{
    public override IEnumerable<double> Readings() => readings;
}

public sealed class DriftPoller(DriftAverage average)
{
    private readonly CountdownEvent _open = new(1);

    public void Poll(Probe probe)
    {
        _open.AddCount();
        ThreadPool.QueueUserWorkItem(_ => Drain(probe));
    }

    public void Wait()
    {
        _open.Signal();
        _open.Wait();
    }

    private void Drain(Probe probe)
    {
        try
        {
            foreach (double metres in probe.Readings())
            {
                average.Include(metres);
            }
        }
        finally
        {
            _open.Signal();
        }
    }
}

public static class Program
{
    public static int Main()
    {
        var average = new DriftAverage(0, 0);
        var poller = new DriftPoller(average);
        for (int i = 0; i < 8; i++)
        {
            poller.Poll(new ReplayProbe($"probe {i}", [.. Enumerable.Repeat(2.0, 5000)]));
        }
        poller.Wait();
        return average.Value == 2.0 ? 0 : 1;
    }
}
