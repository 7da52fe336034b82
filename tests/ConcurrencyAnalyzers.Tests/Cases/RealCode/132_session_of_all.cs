// The nearest wrong one: no contract says so, and its locks say that several come.
namespace Cases.R132;

public sealed class Session
{
    private readonly object _gate = new();
    private Settings? _settings;
    private bool _isOpen;
    private int _leases;

    public string Database => Read().Name;

    public bool IsOpen
    {
        get
        {
            lock (_gate)
                return _isOpen;
        }
    }

    public void ChangeDatabase(string databaseName)
    {
        lock (_gate)
            _leases++;
    }

    public void Open()
    {
        lock (_gate)
        {
            _leases++;
            _isOpen = true;
        }
    }

    internal Settings? Lent { get; private set; }

    public async Task LendAsync()
    {
        if (Lent != null)
            throw new InvalidOperationException();
        await Task.Delay(10);
        Lent = new Settings(); // expect: RACE
    }

    public Settings Read()
    {
        if (_settings == null)
            _settings = new Settings(); // expect: LAZY_INIT
        return _settings;
    }
}

public sealed class Settings
{
    public string Name { get; private set; } = "";

    public void Rename(string name) => Name = name;
}
