// The watcher publishes a fresh immutable settings record through a volatile field; readers take one snapshot. difficulty: medium
namespace Cases.U693;

public sealed record AppSettings(string Endpoint, int Retries, IReadOnlyDictionary<string, string> Features)
{
    public static AppSettings Parse(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines)
        {
            int separator = line.IndexOf('=');
            if (separator > 0)
            {
                values[line[..separator].Trim()] = line[(separator + 1)..].Trim();
            }
        }
        string endpoint = values.GetValueOrDefault("endpoint", "http://localhost");
        int retries = int.TryParse(values.GetValueOrDefault("retries"), out int parsed) ? parsed : 3;
        return new AppSettings(endpoint, retries, values);
    }
}

public sealed class SettingsProvider : IDisposable
{
    private readonly object _reload = new();
    private readonly string _path;
    private readonly FileSystemWatcher _watcher;
    private volatile AppSettings _current;

    public SettingsProvider(string folder, string file)
    {
        _path = Path.Combine(folder, file);
        _current = AppSettings.Parse(File.ReadLines(_path));
        _watcher = new FileSystemWatcher(folder, file);
        _watcher.Changed += OnChanged;
        _watcher.EnableRaisingEvents = true;
    }

    public AppSettings Current => _current;

    public string Describe()
    {
        AppSettings settings = _current;
        return $"{settings.Endpoint} x{settings.Retries} ({settings.Features.Count} values)";
    }

    public bool IsEnabled(string feature) =>
        _current.Features.TryGetValue(feature, out string? value) && value == "on";

    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs e)
    {
        try
        {
            lock (_reload)
            {
                _current = AppSettings.Parse(File.ReadLines(_path));
            }
        }
        catch (IOException)
        {
            // The editor still holds the file; the next event brings the content.
        }
    }
}
