namespace Blind.C1229;

public sealed class SonarStack
{
    private readonly double[] _energy;
    private readonly int _parts;

    public SonarStack(int bins, int parts)
    {
        _energy = new double[bins];
        _parts = parts;
    }

    public double[] Stack(IReadOnlyList<double[]> pings)
    {
        var size = _energy.Length / _parts;
        var threads = new Thread[_parts];
        for (var p = 0; p < _parts; p++)
        {
            var from = p * size;
            var to = Math.Min(from + size, _energy.Length - 1);
            threads[p] = new Thread(() => AddRange(pings, from, to));
        }

        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return _energy;
    }

    private void AddRange(IReadOnlyList<double[]> pings, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            foreach (var ping in pings)
            {
                _energy[i] += ping[i] * ping[i]; // expect: RACE
            }
        }
    }
}

public static class Program
{
    public static void Main()
    {
        var pings = Enumerable.Range(1, 8).Select(n => Enumerable.Range(0, 64).Select(i => (double)(i * n % 11)).ToArray()).ToList();
        var energy = new SonarStack(64, 4).Stack(pings);
        Console.WriteLine(energy.Sum());
    }
}
