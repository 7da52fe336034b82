// A timer reloads the table in place of the one that readers use, before there is anything in it.
namespace Cases.P013;

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

    public TimeSpan? Next(string line) => _departures.TryGetValue(line, out var time) ? time : null; // expect: RACE?

    public void Dispose() => _timer.Dispose();

    private void Reload()
    {
        _departures = new Dictionary<string, TimeSpan>(); // expect: LAZY_INIT
        foreach (string line in File.ReadLines(_path))
        {
            string[] parts = line.Split(' ');
            _departures[parts[0]] = TimeSpan.Parse(parts[1]); // expect: RACE?
        }
    }
}
