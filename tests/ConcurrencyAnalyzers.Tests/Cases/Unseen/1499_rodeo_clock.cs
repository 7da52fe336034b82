// Rides of a rodeo are timed on a limited number of radio channels; a clock that is forgotten frees its channel in the end. difficulty: hard
using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace Menagerie.M1499;

public sealed class RodeoClock
{
    private static readonly Stack<int> s_freeChannels = new();
    private static int s_channels;
    private readonly Stopwatch _watch = new();
    private readonly int _channel;

    public RodeoClock() => _channel = TakeChannel();

    ~RodeoClock()
    {
        s_freeChannels.Push(_channel); // expect: RACE#1
    }

    public static int Channels => s_channels;

    public void Open()
    {
        Console.WriteLine($"channel {_channel}: gate open");
        _watch.Start();
    }

    public TimeSpan Stop()
    {
        _watch.Stop();
        return _watch.Elapsed;
    }

    private static int TakeChannel()
    {
        if (s_freeChannels.Count > 0) // expect: RACE?
        {
            return s_freeChannels.Pop(); // expect: RACE#1
        }
        return ++s_channels;
    }
}

public static class RodeoEvening
{
    public static string Run(IEnumerable<string> riders, Action<string> ride)
    {
        string best = "nobody";
        var longest = TimeSpan.Zero;
        foreach (var rider in riders)
        {
            var clock = new RodeoClock();
            clock.Open();
            ride(rider);
            var time = clock.Stop();
            if (time > longest)
            {
                longest = time;
                best = rider;
            }
        }
        return $"{best} with {longest:g} on {RodeoClock.Channels} channels";
    }
}
