// An event aggregator that copies its subscriber list under the lock and calls out without it.
using System;
using System.Collections.Generic;
using System.Threading;

namespace Cases.U599;

public interface IEventSink<in TEvent>
{
    void Handle(TEvent message);
}

public sealed class EventAggregator<TEvent>
{
    private readonly object _sync = new();
    private readonly List<IEventSink<TEvent>> _sinks = new();

    public IDisposable Subscribe(IEventSink<TEvent> sink)
    {
        lock (_sync)
        {
            _sinks.Add(sink);
        }

        return new Subscription(this, sink);
    }

    public void Publish(TEvent message)
    {
        foreach (var sink in CurrentSinks())
        {
            sink.Handle(message);
        }
    }

    public void PublishLater(TEvent message) =>
        ThreadPool.QueueUserWorkItem(static state => state.Owner.Publish(state.Message),
            (Owner: this, Message: message),
            preferLocal: false);

    private IReadOnlyList<IEventSink<TEvent>> CurrentSinks()
    {
        lock (_sync)
        {
            return _sinks.ToArray();
        }
    }

    private void Remove(IEventSink<TEvent> sink)
    {
        lock (_sync)
        {
            _sinks.Remove(sink);
        }
    }

    private sealed class Subscription : IDisposable
    {
        private readonly EventAggregator<TEvent> _owner;
        private readonly IEventSink<TEvent> _sink;
        private int _disposed;

        public Subscription(EventAggregator<TEvent> owner, IEventSink<TEvent> sink)
        {
            _owner = owner;
            _sink = sink;
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                _owner.Remove(_sink);
            }
        }
    }
}
