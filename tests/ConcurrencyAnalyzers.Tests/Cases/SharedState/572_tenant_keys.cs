// Lists under the name of a tenant; a helper that draws a number for the trace makes no key of it.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Workshop.W572;

public sealed class TenantNotes(string tenant)
{
    private readonly ConcurrentDictionary<string, List<string>> _notes = new();

    public Task AddAllAsync(string[] texts)
    {
        var key = Key();
        _notes.TryAdd(key, new List<string>());
        var work = new List<Task>();
        foreach (var text in texts)
            work.Add(Task.Run(() => Add(key, text)));
        return Task.WhenAll(work);
    }

    private void Add(string key, string text)
    {
        if (_notes.TryGetValue(key, out var list))
            list.Add(text); // expect: RACE
    }

    private string Key()
    {
        Console.WriteLine(Guid.NewGuid());
        return tenant;
    }
}
