using System.Collections.Immutable;

namespace Plant.Signals;

public delegate void SignalHandler(string signal, double value);

public sealed class SignalHub
{
    private ImmutableDictionary<string, ImmutableList<SignalHandler>> _handlers =
        ImmutableDictionary.Create<string, ImmutableList<SignalHandler>>(StringComparer.OrdinalIgnoreCase);

    public int Signals => _handlers.Count;

    public IDisposable Subscribe(string signal, SignalHandler handler)
    {
        ImmutableInterlocked.AddOrUpdate(
            ref _handlers,
            signal,
            _ => [handler],
            (_, existing) => existing.Add(handler));
        return new Subscription(this, signal, handler);
    }

    public void Raise(string signal, double value)
    {
        if (_handlers.TryGetValue(signal, out ImmutableList<SignalHandler>? handlers))
        {
            foreach (SignalHandler handler in handlers)
            {
                handler(signal, value);
            }
        }
    }

    private void Remove(string signal, SignalHandler handler)
    {
        if (_handlers.TryGetValue(signal, out ImmutableList<SignalHandler>? handlers)) // expect: NON_ATOMIC#1, RACE?, CHECK_THEN_ACT?
        {
            ImmutableList<SignalHandler> left = handlers.Remove(handler);
            _handlers = left.IsEmpty ? _handlers.Remove(signal) : _handlers.SetItem(signal, left); // expect: NON_ATOMIC#1, RACE?, CHECK_THEN_ACT?
        }
    }

    private sealed class Subscription(SignalHub hub, string signal, SignalHandler handler) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                hub.Remove(signal, handler);
            }
        }
    }
}

public sealed class PanelSession(SignalHub hub)
{
    public async Task ShowAsync(IReadOnlyCollection<string> signals, TimeSpan duration)
    {
        int updates = 0;
        IDisposable[] subscriptions = signals
            .Select(s => hub.Subscribe(s, (_, _) => Interlocked.Increment(ref updates)))
            .ToArray();
        await Task.Delay(duration).ConfigureAwait(false);
        foreach (IDisposable subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
