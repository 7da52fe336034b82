// Sends the frames of an endoscope film through a chain of filters; the frames are independent and are filtered in parallel. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1525;

public sealed record ScopeFrame(int Number, double Brightness, double Contrast);

public interface IScopeFilter
{
    ScopeFrame Apply(ScopeFrame frame);
}

public sealed class ContrastFilter(double factor) : IScopeFilter
{
    public ScopeFrame Apply(ScopeFrame frame) => frame with { Contrast = frame.Contrast * factor };
}

public sealed class FlickerFilter : IScopeFilter
{
    private double _average = 0.5;

    public ScopeFrame Apply(ScopeFrame frame)
    {
        _average = 0.9 * _average + 0.1 * frame.Brightness; // expect: RACE#1
        double correction = Math.Max(_average, 0.01); // expect: RACE#1
        return frame with { Brightness = frame.Brightness / correction };
    }
}

public sealed class ScopeFilterChain
{
    private readonly List<IScopeFilter> _filters = [];

    public ScopeFilterChain Then(IScopeFilter filter)
    {
        _filters.Add(filter);
        return this;
    }

    public ScopeFrame[] Run(IReadOnlyList<ScopeFrame> film)
    {
        var filtered = new ScopeFrame[film.Count];
        Parallel.For(0, film.Count, i =>
            filtered[i] = _filters.Aggregate(film[i], (frame, filter) => filter.Apply(frame)));
        return filtered;
    }
}

public static class ScopeFilm
{
    public static ScopeFrame[] Prepare(IReadOnlyList<ScopeFrame> film) =>
        new ScopeFilterChain().Then(new ContrastFilter(1.2)).Then(new FlickerFilter()).Run(film);
}
