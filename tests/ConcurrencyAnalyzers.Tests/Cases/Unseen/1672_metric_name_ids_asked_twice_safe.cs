// Metric names get small numbers, which stand for them in the samples that workers send. difficulty: medium
namespace Cases.U1672;

public interface INameTable
{
    int IdOf(string name);
    string NameOf(int id);
}

public sealed class NameTable : INameTable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public int IdOf(string name)
    {
        int known = Find(name);
        return known >= 0 ? known : Append(name);
    }

    public string NameOf(int id)
    {
        lock (_gate)
        {
            return _names[id];
        }
    }

    private int Find(string name)
    {
        lock (_gate)
        {
            return _ids.TryGetValue(name, out int id) ? id : -1;
        }
    }

    private int Append(string name)
    {
        lock (_gate)
        {
            if (_ids.TryGetValue(name, out int id))
            {
                return id;
            }
            id = _names.Count;
            _names.Add(name);
            _ids[name] = id;
            return id;
        }
    }
}

public readonly record struct Sample(int Metric, double Value);

public sealed class SampleEncoder(INameTable names)
{
    public Sample[] Encode(IReadOnlyList<(string Name, double Value)> measured) =>
        measured.AsParallel().AsOrdered().Select(m => new Sample(names.IdOf(m.Name), m.Value)).ToArray();
}

static class Program
{
    static void Main()
    {
        var names = new NameTable();
        var encoder = new SampleEncoder(names);
        var measured = Enumerable.Range(0, 5_000).Select(i => ($"queue.{i % 40}.depth", (double)i)).ToList();
        var samples = encoder.Encode(measured);
        Console.WriteLine(samples.Select(sample => sample.Metric).Distinct().Count());
        Console.WriteLine(names.NameOf(samples[0].Metric));
    }
}
