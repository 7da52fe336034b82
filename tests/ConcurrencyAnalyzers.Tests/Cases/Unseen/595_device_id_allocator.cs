// Ids handed out by a process-wide allocator that comes into being on first use.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U595;

public sealed class DeviceIdAllocator
{
    private static DeviceIdAllocator? s_default;

    private readonly string _prefix;
    private int _last;

    private DeviceIdAllocator(string prefix, int first)
    {
        _prefix = prefix;
        _last = first - 1;
    }

    public static DeviceIdAllocator Default
    {
        get
        {
            s_default ??= new DeviceIdAllocator(Environment.MachineName, first: 1000); // expect: LAZY_INIT
            return s_default; // expect: LAZY_INIT?
        }
    }

    public string Next() => $"{_prefix}-{Interlocked.Increment(ref _last)}";
}

public sealed record Device(string Serial, string Id);

public sealed class ProvisioningRun
{
    private readonly ConcurrentQueue<Device> _provisioned = new();

    public IReadOnlyCollection<Device> Execute(IEnumerable<string> serials)
    {
        Parallel.ForEach(serials, Provision);
        return _provisioned.ToArray();
    }

    private void Provision(string serial)
    {
        if (string.IsNullOrWhiteSpace(serial))
        {
            return;
        }

        var id = DeviceIdAllocator.Default.Next();
        _provisioned.Enqueue(new Device(serial.Trim(), id));
    }
}
