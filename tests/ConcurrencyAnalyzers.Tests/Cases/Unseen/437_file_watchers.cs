// The out parameter carries a set out of the lock that other threads go on changing under it. difficulty: hard
using System.Diagnostics.CodeAnalysis;

namespace Cases.U437;

public sealed class FileWatchers
{
    private readonly object _gate = new();
    private readonly Dictionary<string, HashSet<string>> _watchers = [];

    public void Watch(string path, string user)
    {
        lock (_gate)
        {
            if (!_watchers.TryGetValue(path, out var users))
            {
                _watchers[path] = users = [];
            }
            users.Add(user);
        }
    }

    public bool TryGetWatchers(string path, [NotNullWhen(true)] out HashSet<string>? users)
    {
        lock (_gate)
        {
            return _watchers.TryGetValue(path, out users); // expect: ESCAPES_LOCK
        }
    }

    public void Unwatch(string path, string user)
    {
        lock (_gate)
        {
            if (_watchers.TryGetValue(path, out var users))
            {
                users.Remove(user);
            }
        }
    }
}
