// An immutable record is swapped as a whole through a volatile field.
namespace Cases.S021;

public sealed record Reading(decimal Pressure, double Temperature);

public sealed class WeatherPanel
{
    private volatile Reading _last = new(0, 0);

    public async Task<decimal> ShowAsync(IAsyncEnumerable<Reading> feed, CancellationToken stop)
    {
        var reader = Task.Run(async () =>
        {
            await foreach (var value in feed.WithCancellation(stop))
            {
                _last = value;
            }
        }, stop);
        while (!reader.IsCompleted)
        {
            Console.WriteLine($"{_last.Pressure} {_last.Temperature}");
            await Task.Delay(100, stop);
        }

        await reader;
        return _last.Pressure;
    }
}
