// The file watcher's event thread clears and refills the very dictionary that request threads look values up in. difficulty: medium
namespace Cases.U708;

public sealed class LiveConfiguration : IDisposable
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly FileSystemWatcher _watcher;
    private readonly string _path;

    public LiveConfiguration(string folder, string file)
    {
        _path = Path.Combine(folder, file);
        Load();
        _watcher = new FileSystemWatcher(folder, file) { NotifyFilter = NotifyFilters.LastWrite };
        _watcher.Changed += (_, _) => Load();
        _watcher.EnableRaisingEvents = true;
    }

    public string Get(string key, string fallback) =>
        _values.TryGetValue(key, out string? value) ? value : fallback; // expect: RACE#1

    public int GetInt(string key, int fallback) =>
        int.TryParse(Get(key, string.Empty), out int value) ? value : fallback;

    public void Dispose() => _watcher.Dispose();

    private void Load()
    {
        string[] lines = File.ReadAllLines(_path);
        _values.Clear(); // expect: RACE#1
        foreach (string line in lines)
        {
            (string key, string value) = Split(line);
            if (key.Length > 0)
            {
                _values[key] = value; // expect: RACE#1
            }
        }
    }

    private static (string Key, string Value) Split(string line)
    {
        int separator = line.IndexOf('=');
        return separator < 0
            ? (string.Empty, string.Empty)
            : (line[..separator].Trim(), line[(separator + 1)..].Trim());
    }
}
