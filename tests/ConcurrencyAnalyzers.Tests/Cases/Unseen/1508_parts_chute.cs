// Workers at a line drop finished parts into a chute that holds a limited number; what does not fit goes to the rework shelf. difficulty: medium
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1508;

public sealed record MachinedPart(int Serial, bool Polished);

public sealed class PartsChute(int capacity)
{
    private readonly ConcurrentQueue<MachinedPart> _parts = new();

    private bool IsFull => _parts.Count >= capacity;

    public bool TryDrop(MachinedPart part)
    {
        if (IsFull)
        {
            return false;
        }
        _parts.Enqueue(part); // expect: CHECK_THEN_ACT
        return true;
    }

    public int Fill => _parts.Count;
}

public static class MachiningLine
{
    public static (int InChute, int Reworked) Drop(IEnumerable<MachinedPart> parts)
    {
        var chute = new PartsChute(20);
        var rework = new ConcurrentBag<MachinedPart>();
        Parallel.ForEach(parts, part =>
        {
            if (!part.Polished || !chute.TryDrop(part))
            {
                rework.Add(part);
            }
        });
        return (chute.Fill, rework.Count);
    }
}
