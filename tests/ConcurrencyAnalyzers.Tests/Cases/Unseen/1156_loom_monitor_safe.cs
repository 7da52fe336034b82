using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1156;

public abstract class MachineMonitor
{
    private readonly Lock _gate = new();
    private readonly List<string> _faults = new();
    private TimeSpan _downtime;

    public void Report(string fault, TimeSpan stopped)
    {
        using (_gate.EnterScope())
        {
            _faults.Add(fault);
            _downtime += stopped;
            OnReported(fault);
        }
    }

    public string Summary()
    {
        using (_gate.EnterScope())
        {
            return $"{_faults.Count} faults, {Details()}, {_downtime:g} stopped";
        }
    }

    /// Runs inside the lock of the monitor.
    protected virtual void OnReported(string fault)
    {
    }

    /// Runs inside the lock of the monitor.
    protected abstract string Details();
}

public sealed class LoomMonitor : MachineMonitor
{
    private int _broken;
    private string _last = "none";

    public void ThreadBroken(int warp) => Report($"warp thread {warp}", TimeSpan.Zero);

    protected override void OnReported(string fault)
    {
        if (fault.StartsWith("warp", StringComparison.Ordinal))
            _broken++;
        _last = fault;
    }

    protected override string Details() => $"{_broken} broken threads, last {_last}";
}

public static class Weaving
{
    public static void Main()
    {
        var monitor = new LoomMonitor();
        var plc = new Thread(() =>
        {
            for (var i = 0; i < 1000; i++)
                monitor.Report("shuttle late", TimeSpan.FromSeconds(2));
        });
        var camera = new Thread(() =>
        {
            for (var i = 0; i < 1000; i++)
                monitor.ThreadBroken(i);
        });
        plc.Start();
        camera.Start();
        Console.WriteLine(monitor.Summary());
        plc.Join();
        camera.Join();
        Console.WriteLine(monitor.Summary());
    }
}
