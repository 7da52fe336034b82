// The exports of all tenants are queued to the pool; a latch tells when the last one has ended. difficulty: medium
namespace Cases.U1663;

public sealed record Tenant(string Name, string Folder);

public sealed class ExportLatch(int count) : IDisposable
{
    private readonly CountdownEvent _open = new(count);

    public void Run(Action job)
    {
        ThreadPool.QueueUserWorkItem(_ =>
        {
            try
            {
                job();
            }
            finally
            {
                _open.Signal();
            }
        });
    }

    public void WaitForAll() => _open.Wait();

    public void Dispose() => _open.Dispose();
}

public sealed class TenantExport(IReadOnlyList<Tenant> tenants, Action<Tenant, string> write)
{
    public void Run()
    {
        using var latch = new ExportLatch(tenants.Count);
        using var remaining = tenants.GetEnumerator();
        Tenant tenant;
        while (remaining.MoveNext())
        {
            tenant = remaining.Current; // expect: CAPTURE?, RACE?
            latch.Run(() => Export(tenant)); // expect: CAPTURE, RACE?
        }
        latch.WaitForAll();
    }

    private void Export(Tenant tenant)
    {
        var target = Path.Combine(tenant.Folder, tenant.Name + ".zip");
        write(tenant, target);
    }
}

static class Program
{
    static void Main()
    {
        Tenant[] tenants = [new("north", "/exports/a"), new("south", "/exports/b"), new("west", "/exports/a")];
        new TenantExport(tenants, (tenant, target) => Console.WriteLine($"{tenant.Name} to {target}")).Run();
    }
}
