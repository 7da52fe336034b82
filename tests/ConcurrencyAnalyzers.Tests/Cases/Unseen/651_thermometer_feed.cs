// The session can unsubscribe between the null check and the call, on another thread: NullReferenceException in the poll loop. difficulty: medium
namespace Cases.U651;

public sealed record Temperature(double Celsius, DateTime TakenAt);

public interface IThermometer
{
    Task<double> ReadAsync(CancellationToken token);
}

public sealed class ThermometerFeed(IThermometer thermometer, TimeSpan interval)
{
    public event EventHandler<Temperature>? Changed;

    public async Task PollAsync(CancellationToken token)
    {
        double last = double.NaN;
        while (!token.IsCancellationRequested)
        {
            double celsius = await thermometer.ReadAsync(token).ConfigureAwait(false);
            if (celsius != last)
            {
                last = celsius;
                OnChanged(new Temperature(celsius, DateTime.UtcNow));
            }
            await Task.Delay(interval, token).ConfigureAwait(false);
        }
    }

    private void OnChanged(Temperature temperature)
    {
        if (Changed != null) // expect: RACE#1, CHECK_THEN_ACT?
        {
            Changed(this, temperature); // expect: RACE#1, CHECK_THEN_ACT?
        }
    }
}

public sealed class FrostAlarm(ThermometerFeed feed)
{
    private volatile bool _frost;

    public bool Frost => _frost;

    public void Attach() => feed.Changed += OnChanged;

    public void Detach() => feed.Changed -= OnChanged;

    private void OnChanged(object? sender, Temperature temperature)
    {
        if (temperature.Celsius < 0)
        {
            _frost = true;
        }
    }
}

public static class NightWatch
{
    public static async Task<bool> WatchAsync(ThermometerFeed feed, TimeSpan night, CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var polling = Task.Run(() => feed.PollAsync(stop.Token), CancellationToken.None);
        var alarm = new FrostAlarm(feed);
        alarm.Attach();
        try
        {
            await Task.Delay(night, token).ConfigureAwait(false);
        }
        finally
        {
            alarm.Detach();
            await stop.CancelAsync().ConfigureAwait(false);
            await StoppedAsync(polling).ConfigureAwait(false);
        }
        return alarm.Frost;
    }

    private static async Task StoppedAsync(Task polling)
    {
        try
        {
            await polling.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
