// The list is immutable and the field volatile, but read-modify-write of the field loses concurrent subscriptions. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U707;

public sealed record DomainEvent(string Topic, object Payload);

public sealed class MessageHub
{
    private volatile ImmutableList<Action<DomainEvent>> _handlers = ImmutableList<Action<DomainEvent>>.Empty;

    public int HandlerCount => _handlers.Count;

    public void Subscribe(Action<DomainEvent> handler)
    {
        _handlers = _handlers.Add(handler); // expect: NON_ATOMIC
    }

    public void Unsubscribe(Action<DomainEvent> handler)
    {
        _handlers = _handlers.Remove(handler); // expect: NON_ATOMIC
    }

    public void Publish(DomainEvent message)
    {
        foreach (Action<DomainEvent> handler in _handlers)
        {
            handler(message);
        }
    }
}

public abstract class Module(MessageHub hub)
{
    public async Task StartAsync()
    {
        await LoadAsync().ConfigureAwait(false);
        hub.Subscribe(Handle);
    }

    public void Stop() => hub.Unsubscribe(Handle);

    protected abstract Task LoadAsync();

    protected abstract void Handle(DomainEvent message);
}

public sealed class ModuleHost(IReadOnlyList<Module> modules)
{
    public Task StartAsync() => Task.WhenAll(modules.Select(module => Task.Run(module.StartAsync)));

    public void StopAll() => Parallel.ForEach(modules, module => module.Stop());
}
