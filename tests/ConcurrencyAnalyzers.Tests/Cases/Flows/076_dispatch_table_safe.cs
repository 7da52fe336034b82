// Delegates in a table are called one after the other, each awaited.
namespace Cases.F076;

public sealed class Dispatcher
{
    private readonly List<string> _seen = [];
    private int _count;

    public async Task RunAsync(IEnumerable<string> events)
    {
        var handlers = new Dictionary<string, Func<string, Task>>
        {
            { "created", async text => { await Task.Yield(); _seen.Add(text); _count++; } },
            { "deleted", async text => { await Task.Yield(); _seen.Remove(text); _count++; } },
        };
        foreach (var text in events)
            if (handlers.TryGetValue(text, out var handler))
                await handler(text);
    }
}
