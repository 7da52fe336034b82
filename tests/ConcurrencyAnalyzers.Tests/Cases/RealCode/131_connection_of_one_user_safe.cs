// What implements a contract that is for one user at a time is for one user, though it locks what it shares with its pool.
using System.Data;
using System.Data.Common;

namespace Cases.R131;

public sealed class Session : DbConnection
{
    private readonly object _gate = new();
    private Settings? _settings;
    private ConnectionState _state;
    private int _leases;

    public override string ConnectionString { get; set; } = "";

    public override string Database => Read().Name;

    public override string DataSource => Read().Name;

    public override string ServerVersion => "1";

    public override ConnectionState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    public override void ChangeDatabase(string databaseName)
    {
        lock (_gate)
            _leases++;
    }

    public override void Close()
    {
        lock (_gate)
            _state = ConnectionState.Closed;
    }

    public override void Open()
    {
        lock (_gate)
        {
            _leases++;
            _state = ConnectionState.Open;
        }
    }

    internal Settings? Lent { get; private set; }

    public async Task LendAsync()
    {
        if (Lent != null)
            throw new InvalidOperationException();
        await Task.Delay(10);
        Lent = new Settings();
    }

    internal Settings Read()
    {
        if (_settings == null)
            _settings = new Settings();
        return _settings;
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
}

public sealed class Settings
{
    public string Name { get; private set; } = "";

    public void Rename(string name) => Name = name;
}
