// The object is in the registry, which a pool thread walks, before it has its name.
using System.Collections.Concurrent;

namespace Cases.P023;

public sealed class Probe
{
    private static readonly ConcurrentBag<Probe> s_all = [];

    private readonly string _name;

    public Probe(string name)
    {
        s_all.Add(this); // expect: LAZY_INIT
        _name = name.Trim();
    }

    public static Task ReportAsync() => Task.Run(() =>
    {
        foreach (var probe in s_all)
        {
            probe.Print();
        }
    });

    private void Print() => Console.WriteLine(_name.Length);
}
