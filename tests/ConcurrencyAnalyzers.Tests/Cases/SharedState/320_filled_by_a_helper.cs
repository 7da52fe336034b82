// An object is put into its field first and filled afterwards by a helper: who finds the field set sees half of it.
namespace Cases.S320;

public sealed class TramStops(string file)
{
    private readonly Lock _load = new();
    private volatile Dictionary<string, List<string>>? _stops;

    public int CountAt(string stop)
    {
        if (_stops == null) // expect: LAZY_INIT#1
        {
            lock (_load)
            {
                if (_stops == null)
                {
                    _stops = new(); // expect: LAZY_INIT#1
                    foreach (var row in File.ReadLines(file))
                        AddRow(row.Split(';'));
                }
            }
        }

        return _stops.TryGetValue(stop, out var list) ? list.Count : 0; // expect: RACE?
    }

    private void AddRow(string[] cells)
    {
        if (!_stops!.TryGetValue(cells[0], out var list)) // expect: RACE?
            _stops[cells[0]] = list = new(); // expect: RACE?
        list.Add(cells[1]); // expect: RACE?
    }
}

public static class Currencies
{
    private static readonly object s_gate = new();
    private static volatile List<string>? s_codes;

    public static bool Knows(string code)
    {
        if (s_codes is null) // expect: LAZY_INIT#2
            lock (s_gate)
                if (s_codes is null)
                {
                    s_codes = new List<string>(); // expect: LAZY_INIT#2
                    Fill(s_codes);
                }
        return s_codes.Contains(code); // expect: RACE?
    }

    private static void Fill(List<string> codes)
    {
        codes.Add("EUR"); // expect: RACE?
        codes.Add("SEK"); // expect: RACE?
    }
}

public sealed class Palette
{
    private sealed class Theme
    {
        public string Background { get; set; } = "";

        public string Text { get; set; } = "";
    }

    private readonly object _gate = new();
    private Theme? _theme;

    public string Background
    {
        get
        {
            if (_theme == null) // expect: LAZY_INIT#3
            {
                lock (_gate)
                {
                    if (_theme == null)
                    {
                        _theme = new Theme(); // expect: LAZY_INIT#3
                        Load();
                    }
                }
            }

            return _theme.Background; // expect: RACE?
        }
    }

    private void Load() => LoadColours(Environment.GetEnvironmentVariable("COLOURS") ?? "white black");

    private void LoadColours(string colours)
    {
        _theme!.Background = colours.Split(' ')[0]; // expect: RACE?
        _theme.Text = colours.Split(' ')[1]; // expect: RACE?
    }
}

public sealed class PrimeTable
{
    private readonly object _gate = new();
    private volatile int[]? _primes;

    public int Nth(int n)
    {
        var primes = _primes; // expect: LAZY_INIT#4
        if (primes == null)
        {
            lock (_gate)
            {
                primes = _primes;
                if (primes == null)
                {
                    _primes = primes = new int[1000]; // expect: LAZY_INIT#4
                    Sieve();
                }
            }
        }

        return primes[n]; // expect: RACE?

        void Sieve()
        {
            for (var i = 0; i < 1000; i++)
                _primes[i] = 2 * i + 1; // expect: RACE?
        }
    }
}
