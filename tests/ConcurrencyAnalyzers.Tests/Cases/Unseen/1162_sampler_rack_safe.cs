using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1162;

public sealed class WaterProbe(string name, Func<double> read)
{
    private readonly List<double> _values = new();

    public string Name => name;

    public void Sample() => _values.Add(read());

    public double Mean()
    {
        double sum = 0;
        foreach (var value in _values)
            sum += value;
        return _values.Count == 0 ? double.NaN : sum / _values.Count;
    }
}

/// Probes are plugged in first; from Start on the rack is fixed and every probe has a thread of its own.
public sealed class SamplerRack
{
    private readonly List<WaterProbe> _probes = new();
    private readonly List<Thread> _threads = new();
    private int _rounds = 10;

    public SamplerRack Plug(string name, Func<double> read)
    {
        if (_threads.Count > 0)
            throw new InvalidOperationException("the rack is running");
        _probes.Add(new WaterProbe(name, read));
        return this;
    }

    public SamplerRack Rounds(int rounds)
    {
        if (_threads.Count > 0)
            throw new InvalidOperationException("the rack is running");
        _rounds = rounds;
        return this;
    }

    public void Start()
    {
        foreach (var probe in _probes)
            _threads.Add(new Thread(() => Run(probe)) { Name = probe.Name });
        foreach (var thread in _threads)
            thread.Start();
    }

    private void Run(WaterProbe probe)
    {
        for (var round = 0; round < _rounds; round++)
        {
            probe.Sample();
            Thread.Sleep(20 + 5 * _probes.Count);
        }
    }

    public void Report()
    {
        foreach (var thread in _threads)
            thread.Join();
        foreach (var probe in _probes)
            Console.WriteLine($"{probe.Name}: {probe.Mean():F2}");
    }

    public static void Main()
    {
        var rack = new SamplerRack()
            .Plug("pH", () => 7 + Random.Shared.NextDouble())
            .Plug("turbidity", () => Random.Shared.NextDouble() * 4)
            .Rounds(25);
        rack.Start();
        rack.Report();
    }
}
