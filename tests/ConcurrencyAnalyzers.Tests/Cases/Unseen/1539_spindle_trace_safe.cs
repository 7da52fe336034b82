// Traces the load of a milling spindle on a writer thread in blocks of a fixed size; closing the trace writes what is left. difficulty: hard
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1539;

public sealed class SpindleTrace
{
    private readonly BlockingCollection<double> _incoming = new();
    private readonly List<double> _block = [];
    private readonly Action<double[]> _sink;
    private readonly Thread _writer;
    private int _blocks;

    public SpindleTrace(Action<double[]> sink)
    {
        _sink = sink;
        _writer = new Thread(Drain);
        _writer.Start();
    }

    public void Load(double newtonMetres) => _incoming.Add(newtonMetres);

    public int Close()
    {
        _incoming.CompleteAdding();
        _writer.Join();
        WriteBlock();
        return _blocks;
    }

    private void Drain()
    {
        foreach (double load in _incoming.GetConsumingEnumerable())
        {
            _block.Add(load);
            if (_block.Count == 64)
            {
                WriteBlock();
            }
        }
    }

    private void WriteBlock()
    {
        if (_block.Count > 0)
        {
            _sink(_block.ToArray());
            _block.Clear();
            _blocks++;
        }
    }
}

public static class SpindleRun
{
    public static int Trace(IEnumerable<double> loads, Action<double[]> sink)
    {
        var trace = new SpindleTrace(sink);
        int blocks;
        try
        {
            foreach (double load in loads)
            {
                trace.Load(load);
            }
        }
        finally
        {
            blocks = trace.Close();
        }
        return blocks;
    }
}
