// A metric sink and a subclass that publishes its totals from a timer.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Cases.U573;

public abstract class MetricSink
{
    private readonly object _sync = new();

    protected Dictionary<string, long> Totals { get; } = new();

    public void Record(string name, long value)
    {
        lock (_sync)
        {
            Totals.TryGetValue(name, out var current);
            Totals[name] = current + value;
        }
    }

    public long Peek(string name)
    {
        lock (_sync)
        {
            return Totals.GetValueOrDefault(name);
        }
    }
}

public sealed class PushingMetricSink : MetricSink, IDisposable
{
    private readonly object _gate = new();
    private readonly Action<IReadOnlyList<KeyValuePair<string, long>>> _push;
    private readonly Timer _timer;

    public PushingMetricSink(Action<IReadOnlyList<KeyValuePair<string, long>>> push, TimeSpan period)
    {
        _push = push;
        _timer = new Timer(OnTick, null, period, period);
    }

    private void OnTick(object? state)
    {
        KeyValuePair<string, long>[] snapshot;
        lock (_gate)
        {
            snapshot = Totals.ToArray(); // expect: INCONSISTENT_LOCK#1
            Totals.Clear(); // expect: INCONSISTENT_LOCK#1
        }

        if (snapshot.Length > 0)
        {
            _push(snapshot);
        }
    }

    public void Dispose() => _timer.Dispose();
}

public static class RequestMetrics
{
    public static void Observe(MetricSink sink, IEnumerable<string> routes)
    {
        routes.AsParallel().ForAll(route => sink.Record(route, 1));
    }
}
