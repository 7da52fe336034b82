using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Blind.C1138;

public sealed record WeighSlip(string Plate, double GrossKg, DateTime At);

public sealed class WeighbridgeSpool : IDisposable
{
    private readonly object _gate = new();
    private readonly TextWriter _office;
    private readonly Thread _sender;
    private readonly ManualResetEventSlim _stop = new();
    private List<WeighSlip> _pending = new();
    private List<WeighSlip> _spare = new();

    public WeighbridgeSpool(TextWriter office)
    {
        _office = office;
        _sender = new Thread(SendLoop) { IsBackground = true, Name = "weighbridge" };
        _sender.Start();
    }

    public void Print(WeighSlip slip)
    {
        lock (_gate)
        {
            _pending.Add(slip);
        }
    }

    private void SendLoop()
    {
        while (!_stop.Wait(TimeSpan.FromSeconds(2)))
            SendPending();
        SendPending();
    }

    // Only the sender thread comes here; _spare is its own.
    private void SendPending()
    {
        List<WeighSlip> batch;
        lock (_gate)
        {
            batch = _pending;
            _pending = _spare;
        }
        foreach (var slip in batch)
            _office.WriteLine($"{slip.At:O};{slip.Plate};{slip.GrossKg:F0}");
        _office.Flush();
        batch.Clear();
        _spare = batch;
    }

    public void Dispose()
    {
        _stop.Set();
        _sender.Join();
        _stop.Dispose();
    }
}
