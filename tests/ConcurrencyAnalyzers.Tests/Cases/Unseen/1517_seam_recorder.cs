// Records the temperatures of a welding seam on its own thread and writes the points in blocks to a sink; what is left is written on close. difficulty: hard
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1517;

public sealed class SeamRecorder : IDisposable
{
    private readonly BlockingCollection<double> _incoming = new();
    private readonly List<double> _block = [];
    private readonly Action<double[]> _sink;
    private readonly Thread _writer;

    public SeamRecorder(Action<double[]> sink)
    {
        _sink = sink;
        _writer = new Thread(Drain);
        _writer.Start();
    }

    public void Measure(double celsius) => _incoming.Add(celsius);

    public void Dispose()
    {
        _incoming.CompleteAdding();
        WriteBlock(); // expect: RACE?
        _writer.Join();
        _incoming.Dispose();
    }

    private void Drain()
    {
        foreach (double celsius in _incoming.GetConsumingEnumerable())
        {
            _block.Add(celsius); // expect: RACE#1
            if (_block.Count == 64) // expect: RACE#1
            {
                WriteBlock();
            }
        }
    }

    private void WriteBlock()
    {
        if (_block.Count > 0) // expect: RACE#1
        {
            _sink(_block.ToArray()); // expect: RACE#1
            _block.Clear(); // expect: RACE#1
        }
    }
}
