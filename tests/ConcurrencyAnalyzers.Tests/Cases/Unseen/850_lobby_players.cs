// The live list leaves its lock; the caller enumerates it while Join and Leave change it. difficulty: easy
namespace Cases.U850;

public sealed record Player(int Id, string Name);

public sealed class Lobby
{
    private readonly object _sync = new();
    private readonly List<Player> _players = [];

    public void Join(Player player)
    {
        lock (_sync)
        {
            if (!_players.Contains(player))
            {
                _players.Add(player);
            }
        }
    }

    public void Leave(int id)
    {
        lock (_sync)
        {
            _players.RemoveAll(p => p.Id == id);
        }
    }

    public IReadOnlyList<Player> Players()
    {
        lock (_sync)
        {
            return _players; // expect: ESCAPES_LOCK
        }
    }
}

public sealed class LobbyAnnouncer(Lobby lobby, Action<int, string> send)
{
    public void Announce(string text)
    {
        foreach (var player in lobby.Players()) // expect: ESCAPES_LOCK?, RACE?
        {
            send(player.Id, text);
        }
    }
}
