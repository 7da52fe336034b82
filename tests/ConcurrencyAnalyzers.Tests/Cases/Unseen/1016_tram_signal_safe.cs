namespace Transit.Trams;

public sealed class TrackSection(string name)
{
    private readonly object _gate = new();
    private int? _occupant;
    private int _waiting;
    private long _passages;

    public string Name => name;

    public bool Enter(int tram, TimeSpan patience)
    {
        long deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_gate)
        {
            _waiting++;
            try
            {
                while (_occupant is not null)
                {
                    long left = deadline - Environment.TickCount64;
                    if (left <= 0 || !Monitor.Wait(_gate, TimeSpan.FromMilliseconds(left)))
                    {
                        if (_occupant is not null)
                        {
                            return false;
                        }
                    }
                }
                _occupant = tram;
                _passages++;
                return true;
            }
            finally
            {
                _waiting--;
            }
        }
    }

    public void Leave(int tram)
    {
        lock (_gate)
        {
            if (_occupant != tram)
            {
                throw new InvalidOperationException($"tram {tram} is not in {name}");
            }
            _occupant = null;
            Monitor.Pulse(_gate);
        }
    }

    public (int? Occupant, int Waiting, long Passages) Status()
    {
        lock (_gate)
        {
            return (_occupant, _waiting, _passages);
        }
    }
}

public static class Program
{
    public static void Main()
    {
        TrackSection[] line = [new("Depot"), new("Bridge"), new("Market")];
        var trams = new List<Thread>();
        for (int t = 1; t <= 5; t++)
        {
            int number = t;
            var tram = new Thread(() => Drive(number, line));
            tram.Start();
            trams.Add(tram);
        }
        foreach (Thread tram in trams)
        {
            tram.Join();
        }
        foreach (TrackSection section in line)
        {
            Console.WriteLine($"{section.Name}: {section.Status().Passages}");
        }
    }

    private static void Drive(int number, TrackSection[] line)
    {
        foreach (TrackSection section in line)
        {
            if (section.Enter(number, TimeSpan.FromSeconds(5)))
            {
                Thread.Sleep(20);
                section.Leave(number);
            }
        }
    }
}
