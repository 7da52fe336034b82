using System;
using System.Collections.Generic;
using System.Threading;

namespace Broadcast.Packaging;

public interface IPackager
{
    void Pack(string segment);
}

public sealed class StopMemo
{
    public string? Stage { get; private set; }
    public DateTime At { get; private set; }
    public int Requests { get; private set; }

    public void Fill(string stage)
    {
        Stage = stage;
        At = DateTime.UtcNow;
        Requests++;
    }

    public string Text() => Requests == 0 ? "complete" : $"stopped in {Stage} at {At:O}";
}

public sealed class PackagingJob
{
    private readonly IPackager _packager;
    private readonly StopMemo _memo = new();
    private volatile string _stage = "queued";

    public PackagingJob(IPackager packager) => _packager = packager;

    public string Run(IReadOnlyList<string> segments, CancellationToken stop)
    {
        var registration = stop.Register(() => _memo.Fill(_stage));
        try
        {
            foreach (var segment in segments)
            {
                if (stop.IsCancellationRequested)
                {
                    break;
                }
                _stage = segment;
                _packager.Pack(segment);
            }
        }
        finally
        {
            registration.Dispose();
        }
        return _memo.Text();
    }
}

public static class PackagingStation
{
    public static string Run(IPackager packager, IReadOnlyList<string> segments, WaitHandle operatorStop)
    {
        using var source = new CancellationTokenSource();
        var job = new PackagingJob(packager);
        var outcome = "";
        var worker = new Thread(() => outcome = job.Run(segments, source.Token));
        worker.Start();
        if (operatorStop.WaitOne(TimeSpan.FromMinutes(5)))
        {
            source.Cancel();
        }
        worker.Join();
        return outcome;
    }
}
