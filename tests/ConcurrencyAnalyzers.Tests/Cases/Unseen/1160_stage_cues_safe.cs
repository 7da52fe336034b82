using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1160;

public readonly record struct Cue(int Lamp, int Level);

/// Cues come from several consoles; whoever finds the desk idle works the backlog off.
public sealed class LightDesk
{
    private readonly ConcurrentQueue<Cue> _queue = new();
    private readonly Dictionary<int, int> _levels = new();
    private int _backlog;
    private long _executed;

    public void Post(Cue cue)
    {
        _queue.Enqueue(cue);
        if (Interlocked.Increment(ref _backlog) == 1)
            Drain();
    }

    private void Drain()
    {
        do
        {
            if (_queue.TryDequeue(out var cue))
                Execute(cue);
        }
        while (Interlocked.Decrement(ref _backlog) > 0);
    }

    private void Execute(Cue cue)
    {
        if (cue.Level == 0)
            _levels.Remove(cue.Lamp);
        else
            _levels[cue.Lamp] = Math.Min(cue.Level, 255);
        _executed++;
    }

    public static async Task Main()
    {
        var desk = new LightDesk();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(console => Task.Run(() =>
        {
            for (var i = 0; i < 5000; i++)
                desk.Post(new Cue((console * 7 + i) % 48, i % 300));
        })));
        Console.WriteLine($"{desk._executed} cues, {desk._levels.Count} lamps on");
    }
}
