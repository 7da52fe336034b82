// The new table is filled first and then takes the place of the old one.
namespace Cases.P014;

public sealed class Timetable : IDisposable
{
    private readonly Timer _timer;
    private readonly string _path;
    private volatile Dictionary<string, TimeSpan> _departures = [];

    public Timetable(string path)
    {
        _path = path;
        _timer = new Timer(_ => Reload(), null, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    public TimeSpan? Next(string line) => _departures.TryGetValue(line, out var time) ? time : null;

    public void Dispose() => _timer.Dispose();

    private void Reload()
    {
        var departures = new Dictionary<string, TimeSpan>();
        foreach (string line in File.ReadLines(_path))
        {
            string[] parts = line.Split(' ');
            departures[parts[0]] = TimeSpan.Parse(parts[1]);
        }

        _departures = departures;
    }
}
