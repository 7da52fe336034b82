using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace RealCode331;

// Under a name there may be another entry by the time that it is removed.
public sealed class Subscriptions
{
    private readonly ConcurrentDictionary<string, List<Action>> _handlers = new();

    public string Subscribe(string name, List<Action> handlers)
    {
        _handlers[name] = handlers;
        return name;
    }

    public async ValueTask<bool> UnsubscribeAsync(string name)
    {
        if (!_handlers.TryGetValue(name, out var handlers))
            return true;
        var all = true;
        foreach (var handler in handlers)
            all &= await End(handler);
        if (all)
            _handlers.TryRemove(name, out _); // expect: CHECK_THEN_ACT
        return all;
    }

    private static async Task<bool> End(Action handler)
    {
        await Task.Yield();
        handler();
        return true;
    }
}
