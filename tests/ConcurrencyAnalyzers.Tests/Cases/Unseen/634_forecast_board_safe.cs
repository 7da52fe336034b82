// The pair of values is one immutable object behind a volatile reference, and the 64-bit stamp goes through Interlocked. difficulty: medium
namespace Cases.U634;

public sealed record Forecast(decimal High, decimal Low, string Outlook)
{
    public static readonly Forecast Unknown = new(0m, 0m, "unknown");
}

public interface IForecastFeed
{
    IAsyncEnumerable<Forecast> ReadAsync(CancellationToken token);
}

public sealed class ForecastBoard
{
    private volatile Forecast _current = Forecast.Unknown;
    private long _updatedAt;

    public Forecast Current => _current;

    public TimeSpan Age => TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _updatedAt));

    public decimal Spread
    {
        get
        {
            var forecast = _current;
            return forecast.High - forecast.Low;
        }
    }

    public void Publish(Forecast forecast)
    {
        _current = forecast;
        Interlocked.Exchange(ref _updatedAt, Environment.TickCount64);
    }
}

public static class ForecastScreen
{
    public static async Task<IReadOnlyList<decimal>> WatchAsync(IForecastFeed feed, int refreshes, CancellationToken token)
    {
        var board = new ForecastBoard();
        var reading = Task.Run(() => PumpAsync(feed, board, token), token);
        var watching = SampleAsync(board, refreshes, token);
        await Task.WhenAll(reading, watching).ConfigureAwait(false);
        return await watching.ConfigureAwait(false);
    }

    private static async Task PumpAsync(IForecastFeed feed, ForecastBoard board, CancellationToken token)
    {
        await foreach (var forecast in feed.ReadAsync(token).ConfigureAwait(false))
        {
            board.Publish(forecast);
        }
    }

    private static async Task<IReadOnlyList<decimal>> SampleAsync(ForecastBoard board, int refreshes, CancellationToken token)
    {
        var spreads = new List<decimal>(refreshes);
        for (int i = 0; i < refreshes; i++)
        {
            spreads.Add(board.Spread);
            await Task.Delay(50, token).ConfigureAwait(false);
        }
        return spreads;
    }
}
