using System.Collections.Concurrent;

namespace Cases.L1063;

public sealed class Lobby(string region, int tier)
{
    private readonly object _seatGate = new();
    private readonly List<long> _players = new();

    public string Region { get; } = region;
    public int Tier { get; } = tier;

    public bool TryJoin(long player)
    {
        lock (_seatGate)
        {
            if (_players.Count == 10 || _players.Contains(player))
            {
                return false;
            }
            _players.Add(player);
            return true;
        }
    }

    public int Count
    {
        get
        {
            lock (_seatGate)
            {
                return _players.Count;
            }
        }
    }
}

public sealed class MatchMaker
{
    private readonly ConcurrentDictionary<(string, int), Lobby> _open = new();
    private readonly ConcurrentDictionary<long, Lobby> _seats = new();

    public Lobby Enter(long player, string region, int tier)
    {
        var key = (region, tier);
        if (!_open.ContainsKey(key))
        {
            _open[key] = new Lobby(region, tier); // expect: CHECK_THEN_ACT
        }
        if (_open.TryGetValue(key, out var lobby) && lobby.TryJoin(player))
        {
            _seats[player] = lobby;
            return lobby;
        }
        var overflow = new Lobby(region, tier);
        overflow.TryJoin(player);
        _seats[player] = overflow;
        return overflow;
    }

    public int SizeFor(long player) => _seats.TryGetValue(player, out var lobby) ? lobby.Count : 0;

    public static async Task Main()
    {
        var maker = new MatchMaker();
        var arrivals = Enumerable.Range(1, 200)
            .Select(id => Task.Run(() => maker.Enter(id, id % 2 == 0 ? "eu" : "us", id % 5)));
        Lobby[] lobbies = await Task.WhenAll(arrivals);
        Console.WriteLine(lobbies.Distinct().Count());
    }
}
