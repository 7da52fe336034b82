// Places dogs into the free boxes of a kennel, near the box their owner asked for.
using System.Collections.Concurrent;

namespace Cases.U1593;

public sealed record Guest(string Dog, int PreferredBox);

public sealed class KennelPlan
{
    private readonly ConcurrentDictionary<int, Guest> _boxes = new();

    public bool LooksFree(int box) => !_boxes.ContainsKey(box);

    public bool TryAssign(int box, Guest guest) => _boxes.TryAdd(box, guest);

    public IReadOnlyDictionary<int, Guest> Boxes => _boxes;
}

public sealed class KennelDesk(int boxes)
{
    private readonly KennelPlan _plan = new();
    private readonly ConcurrentQueue<Guest> _refused = new();

    public int Refused => _refused.Count;

    public IReadOnlyDictionary<int, Guest> Place(IEnumerable<Guest> guests)
    {
        Parallel.ForEach(guests, PlaceOne);
        return _plan.Boxes;
    }

    private void PlaceOne(Guest guest)
    {
        foreach (int box in BoxesAround(guest.PreferredBox))
        {
            if (_plan.LooksFree(box) && _plan.TryAssign(box, guest))
            {
                return;
            }
        }
        _refused.Enqueue(guest);
    }

    private IEnumerable<int> BoxesAround(int box)
    {
        for (int distance = 0; distance < boxes; distance++)
        {
            if (box + distance < boxes)
            {
                yield return box + distance;
            }
            if (distance > 0 && box - distance >= 0)
            {
                yield return box - distance;
            }
        }
    }
}
