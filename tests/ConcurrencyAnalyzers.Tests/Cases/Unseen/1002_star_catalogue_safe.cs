namespace Observatory;

public readonly record struct Star(int Hip, double Ra, double Dec, float Magnitude);

public sealed class StarCatalogue
{
    private readonly Star[] _stars;
    private readonly Lazy<Dictionary<int, int>> _byHip;

    public StarCatalogue(IReadOnlyList<string> lines)
    {
        _stars = new Star[lines.Count];
        Parallel.For(0, lines.Count, i => _stars[i] = Parse(lines[i]));
        _byHip = new Lazy<Dictionary<int, int>>(BuildIndex, LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public int Count => _stars.Length;

    public Star? Find(int hip) => _byHip.Value.TryGetValue(hip, out int at) ? _stars[at] : null;

    public Star[] Brighter(float magnitude) =>
        _stars.AsParallel().Where(s => s.Magnitude < magnitude).OrderBy(s => s.Magnitude).ToArray();

    public double[] NearestDistances()
    {
        var distances = new double[_stars.Length];
        Parallel.For(0, _stars.Length, () => double.MaxValue, (i, _, _) =>
        {
            double best = double.MaxValue;
            for (int j = 0; j < _stars.Length; j++)
            {
                if (j != i)
                {
                    best = Math.Min(best, Separation(_stars[i], _stars[j]));
                }
            }
            distances[i] = best;
            return best;
        }, _ => { });
        return distances;
    }

    private Dictionary<int, int> BuildIndex()
    {
        var index = new Dictionary<int, int>(_stars.Length);
        for (int i = 0; i < _stars.Length; i++)
        {
            index[_stars[i].Hip] = i;
        }
        return index;
    }

    private static double Separation(in Star a, in Star b)
    {
        double cos = Math.Sin(a.Dec) * Math.Sin(b.Dec) + Math.Cos(a.Dec) * Math.Cos(b.Dec) * Math.Cos(a.Ra - b.Ra);
        return Math.Acos(Math.Clamp(cos, -1, 1));
    }

    private static Star Parse(string line)
    {
        string[] parts = line.Split('|');
        return new Star(int.Parse(parts[0]), double.Parse(parts[1]), double.Parse(parts[2]), float.Parse(parts[3]));
    }
}
