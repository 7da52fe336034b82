// A directory of service endpoints, refreshed under an async gate.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U606;

public sealed record Endpoint(string Service, Uri Address);

public interface IServiceRegistry
{
    event EventHandler<string>? ServiceGone;

    Task<Endpoint> ResolveAsync(string service, CancellationToken ct);
}

public sealed class EndpointDirectory
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, Endpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly IServiceRegistry _registry;

    public EndpointDirectory(IServiceRegistry registry)
    {
        _registry = registry;
        _registry.ServiceGone += (_, service) => Forget(service);
    }

    public async Task<Uri> GetAsync(string service, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (!_endpoints.TryGetValue(service, out var endpoint))
            {
                endpoint = await _registry.ResolveAsync(service, ct);
                _endpoints.Add(service, endpoint);
            }

            return endpoint.Address;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<int> CountAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            return _endpoints.Count;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Forget(string service)
    {
        if (string.IsNullOrEmpty(service))
        {
            return;
        }

        _endpoints.Remove(service); // expect: INCONSISTENT_LOCK
    }
}

public sealed class WarmUp(EndpointDirectory directory)
{
    public Task RunAsync(IEnumerable<string> services, CancellationToken ct) =>
        Parallel.ForEachAsync(services, ct, async (service, token) => await directory.GetAsync(service, token));
}
