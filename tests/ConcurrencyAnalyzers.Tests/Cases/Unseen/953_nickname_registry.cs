// ContainsKey and the indexer are two steps: two players who ask at once both get the nickname. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U953;

public sealed class NicknameRegistry
{
    private readonly ConcurrentDictionary<string, Guid> _owners = new();

    public bool Claim(string nickname, Guid player)
    {
        if (_owners.ContainsKey(nickname))
        {
            return false;
        }
        _owners[nickname] = player; // expect: CHECK_THEN_ACT
        return true;
    }

    public void Release(string nickname) => _owners.TryRemove(nickname, out _);
}
