// The last user of a file removes its entry, though another may have counted himself in meanwhile.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S063;

public sealed class FileUsers(Action<string> close)
{
    private readonly ConcurrentDictionary<string, int> _users = new();

    public void Enter(string file) => _users.AddOrUpdate(file, 1, static (_, users) => users + 1);

    public void Exit(string file)
    {
        if (_users.AddOrUpdate(file, 0, static (_, users) => users - 1) <= 0)
        {
            _users.TryRemove(file, out _); // expect: CHECK_THEN_ACT
            close(file); // expect: CHECK_THEN_ACT?
        }
    }
}
