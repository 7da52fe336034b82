// Boats of a squid fishery report broken lamps; the list of repairs is made when the first one comes in. difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1472;

public sealed record LampFault(string Boat, int Lamp, string Cause);

public interface ISquidBoat
{
    string Name { get; }

    Task<IReadOnlyList<LampFault>> InspectAsync();
}

public sealed class LampWorkshop
{
    private ConcurrentQueue<LampFault>? _repairs;

    private ConcurrentQueue<LampFault> Repairs =>
        LazyInitializer.EnsureInitialized(ref _repairs, () => new ConcurrentQueue<LampFault>());

    public async Task<IReadOnlyList<LampFault>> InspectAllAsync(params ISquidBoat[] boats)
    {
        await Task.WhenAll(boats.Select(boat => Task.Run(() => InspectOneAsync(boat))));
        return Repairs.OrderBy(fault => fault.Boat).ThenBy(fault => fault.Lamp).ToList();
    }

    private async Task InspectOneAsync(ISquidBoat boat)
    {
        foreach (var fault in await boat.InspectAsync())
        {
            if (!fault.Cause.StartsWith("ignore", StringComparison.Ordinal))
            {
                Repairs.Enqueue(fault);
            }
        }
    }
}
