using System;
using System.Collections.Generic;
using System.Threading;

namespace Blind.C1155;

public abstract class MachineMonitor
{
    protected readonly Lock Gate = new();
    protected readonly List<string> Faults = new();
    protected TimeSpan Downtime;

    public void Report(string fault, TimeSpan stopped)
    {
        lock (Gate)
        {
            Faults.Add(fault); // expect: INCONSISTENT_LOCK?
            Downtime += stopped;
        }
    }

    public abstract string Summary();
}

public sealed class LoomMonitor : MachineMonitor
{
    private readonly Lock _threads = new();
    private int _broken;

    public void ThreadBroken(int warp)
    {
        lock (_threads)
        {
            _broken++;
            Faults.Add($"warp thread {warp}"); // expect: INCONSISTENT_LOCK
        }
    }

    public override string Summary()
    {
        lock (Gate)
        {
            lock (_threads)
            {
                return $"{Faults.Count} faults, {_broken} broken threads, {Downtime:g} stopped";
            }
        }
    }
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
        plc.Join();
        camera.Join();
        Console.WriteLine(monitor.Summary());
    }
}
