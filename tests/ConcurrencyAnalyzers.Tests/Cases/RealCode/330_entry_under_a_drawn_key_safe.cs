using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace RealCode330;

// Each entry is put in under a new identity: what is removed under it can only be what was looked at.
public sealed class Subscriptions
{
    private readonly ConcurrentDictionary<Guid, List<Action>> _handlers = new();

    public Guid Subscribe(List<Action> handlers)
    {
        var id = Guid.NewGuid();
        _handlers[id] = handlers;
        return id;
    }

    public async ValueTask<bool> UnsubscribeAsync(Guid id)
    {
        if (!_handlers.TryGetValue(id, out var handlers))
            return true;
        var all = true;
        foreach (var handler in handlers)
            all &= await End(handler);
        if (all)
            _handlers.TryRemove(id, out _);
        return all;
    }

    private static async Task<bool> End(Action handler)
    {
        await Task.Yield();
        handler();
        return true;
    }
}
