// A decimal is written in more than one piece; the reader may see half of it.
namespace Cases.S020;

public sealed class WeatherPanel
{
    private decimal _pressure;

    public async Task<decimal> ShowAsync(IAsyncEnumerable<decimal> feed, CancellationToken stop)
    {
        var reader = Task.Run(async () =>
        {
            await foreach (var value in feed.WithCancellation(stop))
            {
                _pressure = value; // expect: RACE#1
            }
        }, stop);
        decimal last = 0;
        while (!reader.IsCompleted)
        {
            last = _pressure; // expect: RACE#1
            await Task.Delay(100, stop);
        }

        await reader;
        return last;
    }
}
