// Compares photographic plates until the night ends; the end of the night is announced with the last find. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1333;

public interface IPlateReader
{
    Task<string?> NextMovingObjectAsync();
}

public sealed class CometHunt(IPlateReader plates, Action<string> announce)
{
    private readonly List<string> _objects = [];

    public async Task<string[]> RunAsync(CancellationToken dawn)
    {
        using var registration = dawn.Register(() => announce(LastObject())); // expect: RACE?
        while (!dawn.IsCancellationRequested)
        {
            if (await plates.NextMovingObjectAsync() is { } name)
            {
                _objects.Add(name); // expect: RACE#1
            }
        }
        return _objects.ToArray();
    }

    private string LastObject() => _objects.Count == 0 ? "nothing" : _objects[^1]; // expect: RACE#1
}
