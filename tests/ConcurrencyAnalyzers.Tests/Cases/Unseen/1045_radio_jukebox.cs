namespace Radio.Jukebox;

public sealed class Wish(string song, string listener)
{
    public string Song => song;
    public string Listener => listener;
    public int Votes { get; set; } = 1;
}

public interface IPlayer
{
    Task PlayAsync(string song, CancellationToken ct);
}

public sealed class WishList
{
    private readonly Lock _gate = new();
    private readonly List<Wish> _wishes = [];

    public void Add(string song, string listener)
    {
        lock (_gate)
        {
            Wish? wish = _wishes.Find(w => w.Song == song);
            if (wish is null)
            {
                _wishes.Add(new Wish(song, listener));
            }
            else
            {
                wish.Votes++;
            }
        }
    }

    public IEnumerable<string> Ranking()
    {
        lock (_gate)
        {
            return _wishes.OrderByDescending(w => w.Votes).Select(w => $"{w.Song} ({w.Votes})"); // expect: ESCAPES_LOCK, RACE?, INCONSISTENT_LOCK?
        }
    }

    public string? Next()
    {
        lock (_gate)
        {
            if (_wishes.MaxBy(w => w.Votes) is not { } top)
            {
                return null;
            }
            _wishes.Remove(top);
            return top.Song;
        }
    }
}

public sealed class Station(IPlayer player, WishList wishes)
{
    public async Task OnAirAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (wishes.Next() is { } song)
            {
                await player.PlayAsync(song, ct);
            }
            else
            {
                await Task.Delay(500, ct);
            }
        }
    }

    public async Task AnnounceAsync(TextWriter ticker, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(3));
        while (await timer.WaitForNextTickAsync(ct))
        {
            foreach (string line in wishes.Ranking().Take(5))
            {
                await ticker.WriteLineAsync(line);
            }
        }
    }
}
