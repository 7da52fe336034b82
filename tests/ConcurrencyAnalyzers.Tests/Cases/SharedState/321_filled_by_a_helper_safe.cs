// The nearest safe twins: the helper fills what nobody sees yet, only looks into it, changes something else, or all readers take the lock.
namespace Cases.S321;

public sealed class TramStops(string file)
{
    private readonly Lock _load = new();
    private volatile Dictionary<string, List<string>>? _stops;
    private int _rows;

    public int CountAt(string stop)
    {
        if (_stops == null)
        {
            lock (_load)
            {
                if (_stops == null)
                {
                    var stops = new Dictionary<string, List<string>>();
                    foreach (var row in File.ReadLines(file))
                        AddRow(stops, row.Split(';'));
                    _stops = stops;
                    Note();
                }
            }
        }

        return _stops.TryGetValue(stop, out var list) ? list.Count : 0;
    }

    private void Note() => Console.WriteLine($"{_stops!.Count} stops, load {++_rows}");

    private static void AddRow(Dictionary<string, List<string>> stops, string[] cells)
    {
        if (!stops.TryGetValue(cells[0], out var list))
            stops[cells[0]] = list = new();
        list.Add(cells[1]);
    }
}

public sealed class Currencies
{
    private readonly object _gate = new();
    private List<string>? _codes;

    public bool Knows(string code)
    {
        lock (_gate)
        {
            if (_codes is null)
            {
                _codes = new List<string>();
                Fill();
            }

            return _codes.Contains(code);
        }
    }

    private void Fill()
    {
        _codes!.Add("EUR");
        _codes.Add("SEK");
    }
}

public sealed class Palette
{
    private sealed class Theme
    {
        public string Background { get; set; } = "";
    }

    private readonly object _gate = new();
    private volatile Theme? _theme;

    public string Background
    {
        get
        {
            if (_theme == null)
            {
                lock (_gate)
                {
                    _theme ??= Load();
                }
            }

            return _theme.Background;
        }
    }

    private Theme Load()
    {
        var theme = new Theme();
        Fill(theme);
        return theme;
    }

    private void Fill(Theme theme) => theme.Background = Environment.GetEnvironmentVariable("COLOURS") ?? "white";
}

public sealed class Lookups
{
    private readonly object _gate = new();
    private readonly List<string> _log = new();
    private volatile string[]? _names;

    public string First()
    {
        if (_names == null)
        {
            lock (_gate)
            {
                if (_names == null)
                {
                    _names = File.ReadAllLines("names.txt");
                    Log("loaded");
                }
            }
        }

        return _names[0];
    }

    public int Loads()
    {
        lock (_gate)
            return _log.Count;
    }

    private void Log(string text) => _log.Add(text);
}
