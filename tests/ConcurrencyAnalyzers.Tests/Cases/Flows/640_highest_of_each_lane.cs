// Several workers keep the highest mark of each lane: which lane it is, the record says.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace HighestOfEachLane;

public sealed record Jump(int Lane, double Height);

public sealed class MarkBoard(int lanes)
{
    private readonly double[] _marks = new double[lanes];

    public void Note(int lane, double height)
    {
        if (height > _marks[lane])
            _marks[lane] = height; // expect: RACE
    }

    public double Of(int lane) => _marks[lane];
}

public sealed class Stadium(int lanes)
{
    private readonly BlockingCollection<Jump> _jumps = new();
    private readonly MarkBoard _board = new(lanes);

    public double Judge(IEnumerable<Jump> jumps, int judges)
    {
        var work = new Task[judges];
        for (var i = 0; i < judges; i++)
            work[i] = Task.Run(Work);
        foreach (var jump in jumps)
            _jumps.Add(jump);
        _jumps.CompleteAdding();
        Task.WaitAll(work);
        return _board.Of(0);
    }

    private void Work()
    {
        foreach (var jump in _jumps.GetConsumingEnumerable())
            _board.Note(jump.Lane, jump.Height);
    }
}

public sealed class Earliest
{
    // Turned away first, stored afterwards.
    public static int[] Find(IReadOnlyList<(int Day, int Minute)> arrivals)
    {
        var first = new int[7];
        for (var day = 0; day < first.Length; day++)
            first[day] = 24 * 60;
        Parallel.ForEach(arrivals, arrival => Keep(first, arrival.Day % 7, arrival.Minute));
        return first;
    }

    private static void Keep(int[] first, int day, int minute)
    {
        if (first[day] <= minute)
            return;
        first[day] = minute; // expect: RACE
    }
}
