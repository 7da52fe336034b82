using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Blind.C1159;

/// Peaks of the last seconds of a mixing desk channel: written by the audio callback, drawn by the display.
public sealed class PeakMeter(int window)
{
    private readonly Lock _gate = new();
    private readonly List<float> _peaks = new();

    public void Push(ReadOnlySpan<float> block)
    {
        float peak = 0;
        foreach (var sample in block)
            peak = Math.Max(peak, Math.Abs(sample));

        lock (_gate)
        {
            _peaks.Add(peak);
            if (_peaks.Count > window)
                _peaks.RemoveRange(0, _peaks.Count - window);
        }
    }

    public float Loudest()
    {
        lock (_gate)
        {
            float loudest = 0;
            foreach (var peak in _peaks)
                loudest = Math.Max(loudest, peak);
            return loudest;
        }
    }

    public ReadOnlySpan<float> Recent()
    {
        lock (_gate)
        {
            return CollectionsMarshal.AsSpan(_peaks); // expect: ESCAPES_LOCK
        }
    }
}

public sealed class MeterView(PeakMeter meter)
{
    public string Draw()
    {
        var bars = meter.Recent();
        Span<char> line = stackalloc char[bars.Length];
        for (var i = 0; i < bars.Length; i++)
            line[i] = bars[i] switch { > 0.9f => '#', > 0.5f => '+', > 0.1f => '-', _ => '.' };
        return new string(line);
    }
}
