// The helper starts the work; the caller does not know that it is still running.
namespace Cases.S039;

public class Forecast
{
    private readonly SortedList<DateTime, double> _values = [];

    public int Fill(IEnumerable<(DateTime At, double Value)> feed)
    {
        var loading = Begin(feed);
        _values[DateTime.MaxValue] = 0; // expect: RACE
        loading.Wait();
        return _values.Count;
    }

    private Task Begin(IEnumerable<(DateTime At, double Value)> feed) => Task.Run(() =>
    {
        foreach (var (at, value) in feed)
        {
            _values[at] = value; // expect: RACE
        }
    });
}
