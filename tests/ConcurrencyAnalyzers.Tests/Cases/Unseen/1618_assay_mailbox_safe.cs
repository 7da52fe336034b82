// Drill crews put samples into a bounded mailbox; one laboratory thread analyses them.
namespace Cases.U1618;

public sealed record Sample(string Crew, double Grams);

public sealed class SampleMailbox(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<Sample> _samples = new();
    private bool _closed;

    public void Put(Sample sample)
    {
        lock (_gate)
        {
            while (_samples.Count == capacity)
            {
                Monitor.Wait(_gate);
            }
            _samples.Enqueue(sample);
            Monitor.PulseAll(_gate);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    public Sample? Take()
    {
        lock (_gate)
        {
            while (_samples.Count == 0)
            {
                if (_closed)
                {
                    return null;
                }
                Monitor.Wait(_gate);
            }
            var sample = _samples.Dequeue();
            Monitor.PulseAll(_gate);
            return sample;
        }
    }
}

public sealed class Laboratory(SampleMailbox mailbox)
{
    private readonly Dictionary<string, double> _gold = [];
    private Thread? _thread;

    public void Open()
    {
        _thread = new Thread(Analyse);
        _thread.Start();
    }

    public IReadOnlyDictionary<string, double> Finish()
    {
        mailbox.Close();
        _thread!.Join();
        return _gold;
    }

    private void Analyse()
    {
        while (mailbox.Take() is { } sample)
        {
            _gold[sample.Crew] = _gold.GetValueOrDefault(sample.Crew) + sample.Grams * 0.004;
        }
    }
}

public static class DrillSite
{
    public static double Work(string[] crews)
    {
        var mailbox = new SampleMailbox(8);
        var laboratory = new Laboratory(mailbox);
        laboratory.Open();
        Parallel.ForEach(crews, crew =>
        {
            for (int i = 1; i <= 50; i++)
            {
                mailbox.Put(new Sample(crew, i));
            }
        });
        return laboratory.Finish().Values.Sum();
    }
}
