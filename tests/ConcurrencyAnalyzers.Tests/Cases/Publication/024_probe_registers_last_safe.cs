// Registered when complete.
using System.Collections.Concurrent;

namespace Cases.P024;

public sealed class Probe
{
    private static readonly ConcurrentBag<Probe> s_all = [];

    private readonly string _name;

    public Probe(string name)
    {
        _name = name.Trim();
        s_all.Add(this);
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
