// A lost property office streams found umbrellas; several lookups are under way before the first one is awaited. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1498;

public sealed record LostUmbrella(string Tag, string Colour);

public sealed record UmbrellaMatch(LostUmbrella Umbrella, string? Owner);

public interface IOwnerRegister
{
    Task<string?> FindOwnerAsync(LostUmbrella umbrella);
}

public sealed class UmbrellaStand
{
    private const int Ahead = 4;
    private readonly IOwnerRegister _register;
    private readonly SemaphoreSlim _line = new(2, 2);
    private int _lookups;

    public UmbrellaStand(IOwnerRegister register) => _register = register;

    public int Lookups => Volatile.Read(ref _lookups);

    public async IAsyncEnumerable<UmbrellaMatch> MatchAsync(IAsyncEnumerable<LostUmbrella> found)
    {
        var pending = new Queue<Task<UmbrellaMatch>>();
        try
        {
            await foreach (var umbrella in found.ConfigureAwait(false))
            {
                pending.Enqueue(LookUpAsync(umbrella));
                if (pending.Count == Ahead)
                {
                    yield return await pending.Dequeue().ConfigureAwait(false);
                }
            }
            while (pending.TryDequeue(out var lookup))
            {
                yield return await lookup.ConfigureAwait(false);
            }
        }
        finally
        {
            await Task.WhenAll(pending).ConfigureAwait(false);
        }
    }

    private async Task<UmbrellaMatch> LookUpAsync(LostUmbrella umbrella)
    {
        await _line.WaitAsync().ConfigureAwait(false);
        try
        {
            Interlocked.Increment(ref _lookups);
            return new UmbrellaMatch(umbrella, await _register.FindOwnerAsync(umbrella).ConfigureAwait(false));
        }
        finally
        {
            _line.Release();
        }
    }
}

public static class LostPropertyOffice
{
    public static async Task<string> RunAsync(IOwnerRegister register, IAsyncEnumerable<LostUmbrella> found)
    {
        var stand = new UmbrellaStand(register);
        int returned = 0;
        await foreach (var match in stand.MatchAsync(found))
        {
            if (match.Owner is not null)
            {
                returned++;
            }
        }
        return $"{returned} of {stand.Lookups} returned";
    }
}
