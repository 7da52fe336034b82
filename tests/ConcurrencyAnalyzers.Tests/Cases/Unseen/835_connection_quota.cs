// Each connection locks its own gate while all of them share one static dictionary, so the lock excludes nobody. difficulty: hard
namespace Cases.U835;

public sealed class ClientConnection : IDisposable
{
    private const int MaxPerTenant = 16;
    private static readonly Dictionary<string, int> s_perTenant = [];
    private readonly object _gate = new();
    private readonly string _tenant;
    private bool _closed;

    private ClientConnection(string tenant)
    {
        _tenant = tenant;
    }

    public static ClientConnection Open(string tenant)
    {
        var connection = new ClientConnection(tenant);
        connection.Register();
        return connection;
    }

    public void Dispose()
    {
        lock (_gate) // expect: LOCK_MISUSE?
        {
            if (_closed)
            {
                return;
            }
            _closed = true;
            s_perTenant[_tenant]--; // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }

    private void Register()
    {
        lock (_gate) // expect: LOCK_MISUSE?
        {
            var used = s_perTenant.GetValueOrDefault(_tenant); // expect: INCONSISTENT_LOCK#1, RACE?
            if (used >= MaxPerTenant)
            {
                _closed = true;
                throw new InvalidOperationException($"Tenant {_tenant} has {used} connections already.");
            }
            s_perTenant[_tenant] = used + 1; // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }
}
