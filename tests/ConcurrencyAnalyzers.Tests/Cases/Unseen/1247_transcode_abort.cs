using System;
using System.Collections.Generic;
using System.Threading;

namespace Broadcast.Transcoding;

public interface IEncoder
{
    void Encode(string segment);
}

public sealed class AbortMemo
{
    public string? Stage { get; private set; }
    public DateTime At { get; private set; }
    public int Requests { get; private set; }

    public void Fill(string stage)
    {
        Stage = stage; // expect: RACE
        At = DateTime.UtcNow; // expect: RACE
        Requests++; // expect: RACE
    }

    public string Text() => Requests == 0 ? "complete" : $"aborted in {Stage} at {At:O}"; // expect: RACE
}

public sealed class TranscodeJob
{
    private readonly IEncoder _encoder;
    private readonly AbortMemo _memo = new();
    private volatile string _stage = "queued";

    public TranscodeJob(IEncoder encoder) => _encoder = encoder;

    public string Run(IReadOnlyList<string> segments, CancellationToken abort)
    {
        var registration = abort.Register(() => _memo.Fill(_stage));
        try
        {
            foreach (var segment in segments)
            {
                if (abort.IsCancellationRequested)
                {
                    break;
                }
                _stage = segment;
                _encoder.Encode(segment);
            }
        }
        finally
        {
            registration.Unregister();
        }
        return _memo.Text();
    }
}

public static class TranscodeStation
{
    public static string Run(IEncoder encoder, IReadOnlyList<string> segments, WaitHandle operatorAbort)
    {
        using var source = new CancellationTokenSource();
        var job = new TranscodeJob(encoder);
        var outcome = "";
        var worker = new Thread(() => outcome = job.Run(segments, source.Token));
        worker.Start();
        if (operatorAbort.WaitOne(TimeSpan.FromMinutes(5)))
        {
            source.Cancel();
        }
        worker.Join();
        return outcome;
    }
}
