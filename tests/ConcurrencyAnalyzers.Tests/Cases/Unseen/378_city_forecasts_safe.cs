// foreach has a fresh variable in every iteration, and a helper joins all threads before the answers are read. difficulty: medium
namespace Cases.U378;

public sealed class Forecast(string city)
{
    public string City { get; } = city;
    public double Maximum { get; set; }
}

public sealed class ForecastDesk(Func<string, double> ask)
{
    private readonly List<Forecast> _forecasts = [];
    private readonly List<Thread> _threads = [];

    public Forecast? Warmest(IEnumerable<string> cities)
    {
        foreach (var city in cities)
        {
            var forecast = new Forecast(city);
            _forecasts.Add(forecast);
            Launch(() => forecast.Maximum = ask(city));
        }
        WaitForAll();
        return _forecasts.MaxBy(forecast => forecast.Maximum);
    }

    private void Launch(Action work)
    {
        var thread = new Thread(() => work()) { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
    }

    private void WaitForAll()
    {
        foreach (var thread in _threads)
        {
            thread.Join();
        }
        _threads.Clear();
    }
}
