using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1180;

/// The stage is moved by many puppeteers, but every move runs on the exclusive scheduler.
public sealed class PuppetStage
{
    private readonly TaskFactory _stage;
    private readonly Dictionary<string, (int X, int Y)> _puppets = new();
    private int _moves;
    private int _collisions;

    public PuppetStage()
    {
        var pair = new ConcurrentExclusiveSchedulerPair();
        _stage = new TaskFactory(CancellationToken.None, TaskCreationOptions.DenyChildAttach,
            TaskContinuationOptions.None, pair.ExclusiveScheduler);
    }

    public Task<bool> MoveAsync(string puppet, int dx, int dy) => _stage.StartNew(() =>
    {
        var (x, y) = _puppets.GetValueOrDefault(puppet);
        var target = (x + dx, y + dy);
        _moves++;
        if (_puppets.Any(p => p.Key != puppet && p.Value == target))
        {
            _collisions++;
            return false;
        }
        _puppets[puppet] = target;
        return true;
    });

    public Task<string> SummaryAsync()
        => _stage.StartNew(() => $"{_puppets.Count} puppets, {_moves} moves, {_collisions} collisions");

    public static async Task Main()
    {
        var stage = new PuppetStage();
        string[] puppets = ["Punch", "Judy", "Crocodile"];
        await Task.WhenAll(puppets.Select(puppet => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
                await stage.MoveAsync(puppet, i % 3 - 1, i % 2);
        })));
        Console.WriteLine(await stage.SummaryAsync());
    }
}
