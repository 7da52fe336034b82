// Sewers of a quilting bee push finished patches without a lock; the one who has the frame takes all that are there. difficulty: hard
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace Menagerie.M1494;

public sealed record QuiltPatch(string Sewer, string Pattern);

public sealed class PatchBasket
{
    private ImmutableStack<QuiltPatch> _patches = ImmutableStack<QuiltPatch>.Empty;

    public void Push(QuiltPatch patch) =>
        ImmutableInterlocked.Update(ref _patches, static (stack, added) => stack.Push(added), patch);

    public IReadOnlyList<QuiltPatch> TakeAll()
    {
        var taken = Interlocked.Exchange(ref _patches, ImmutableStack<QuiltPatch>.Empty);
        return taken.Reverse().ToList();
    }
}

public sealed class QuiltingBee
{
    private readonly PatchBasket _basket = new();
    private readonly List<QuiltPatch> _quilt = new();

    public string Sew(IReadOnlyDictionary<string, string[]> patternsOfSewer)
    {
        var sewers = patternsOfSewer
            .Select(entry => new Thread(() => SewPatches(entry.Key, entry.Value)))
            .ToList();
        sewers.ForEach(sewer => sewer.Start());
        foreach (var sewer in sewers)
        {
            while (!sewer.Join(50))
            {
                Assemble();
            }
        }
        Assemble();
        return string.Join(", ", _quilt.GroupBy(patch => patch.Sewer).Select(group => $"{group.Key} {group.Count()}"));
    }

    private void SewPatches(string sewer, string[] patterns)
    {
        foreach (var pattern in patterns)
        {
            _basket.Push(new QuiltPatch(sewer, pattern));
        }
    }

    // only the thread that called Sew comes here
    private void Assemble() => _quilt.AddRange(_basket.TakeAll());
}
