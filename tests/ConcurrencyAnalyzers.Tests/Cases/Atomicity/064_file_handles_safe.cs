// Removed together with the value that was seen.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S064;

public sealed class FileUsers(Action<string> close)
{
    private readonly ConcurrentDictionary<string, int> _users = new();

    public void Enter(string file) => _users.AddOrUpdate(file, 1, static (_, users) => users + 1);

    public void Exit(string file)
    {
        var left = _users.AddOrUpdate(file, 0, static (_, users) => users - 1);
        if (left <= 0 && _users.TryRemove(KeyValuePair.Create(file, left)))
        {
            close(file);
        }
    }
}
