// The immutable dictionary is replaced with a compare-and-swap loop (ImmutableInterlocked), so no update is lost and readers see whole versions. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U856;

public sealed class AlertRoutes
{
    private ImmutableDictionary<string, ImmutableArray<string>> _routes =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public void Add(string service, string channel)
    {
        ImmutableInterlocked.AddOrUpdate(
            ref _routes,
            service,
            _ => [channel],
            (_, channels) => channels.Contains(channel) ? channels : channels.Add(channel));
    }

    public bool Remove(string service)
    {
        return ImmutableInterlocked.TryRemove(ref _routes, service, out _);
    }

    public void Rename(string from, string to)
    {
        ImmutableInterlocked.Update(ref _routes, routes =>
            routes.TryGetValue(from, out var channels) ? routes.Remove(from).SetItem(to, channels) : routes);
    }

    public int Route(string service, string text, Action<string, string> send)
    {
        if (!Volatile.Read(ref _routes).TryGetValue(service, out var channels))
        {
            return 0;
        }
        foreach (var channel in channels)
        {
            send(channel, text);
        }
        return channels.Length;
    }
}
