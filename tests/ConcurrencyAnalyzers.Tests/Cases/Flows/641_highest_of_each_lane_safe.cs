// The highest mark of each lane, kept under a lock; of each worker, in a slot of its own; and by one worker alone.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace HighestOfEachLaneSafe;

public sealed record Jump(int Lane, double Height);

public sealed class MarkBoard(int lanes)
{
    private readonly object _gate = new();
    private readonly double[] _marks = new double[lanes];

    public void Note(int lane, double height)
    {
        lock (_gate)
        {
            if (height > _marks[lane])
                _marks[lane] = height;
        }
    }

    public double Of(int lane)
    {
        lock (_gate)
            return _marks[lane];
    }
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

public static class Longest
{
    // Each run has the slot of its own number.
    public static int[] OfRows(string[][] rows)
    {
        var longest = new int[rows.Length];
        Parallel.For(0, rows.Length, row =>
        {
            foreach (var word in rows[row])
            {
                if (word.Length > longest[row])
                    longest[row] = word.Length;
            }
        });
        return longest;
    }

    // Each worker has a slot of its own.
    public static int OfAll(IReadOnlyList<string> words, int workers)
    {
        var longest = new int[workers];
        var work = new Task[workers];
        for (var i = 0; i < workers; i++)
        {
            var me = i;
            work[i] = Task.Run(() =>
            {
                for (var at = me; at < words.Count; at += workers)
                {
                    if (words[at].Length > longest[me])
                        longest[me] = words[at].Length;
                }
            });
        }

        Task.WaitAll(work);
        return longest.Max();
    }
}

public sealed class LoneJudge
{
    private readonly BlockingCollection<Jump> _jumps = new();
    private readonly double[] _marks = new double[8];

    // One task takes all that comes.
    public async Task<double> JudgeAsync(IEnumerable<Jump> jumps)
    {
        var work = Task.Run(() =>
        {
            foreach (var jump in _jumps.GetConsumingEnumerable())
            {
                if (jump.Height > _marks[jump.Lane])
                    _marks[jump.Lane] = jump.Height;
            }
        });
        foreach (var jump in jumps)
            _jumps.Add(jump);
        _jumps.CompleteAdding();
        await work;
        return _marks.Max();
    }
}

public static class Ceiling
{
    // Each run counts through a range of its own.
    public static void Lower(int[] heights, int[] most)
    {
        Parallel.For(0, 8, part =>
        {
            int from = part * heights.Length / 8, to = (part + 1) * heights.Length / 8;
            for (int i = from; i < to; i++)
            {
                if (heights[i] > most[i])
                    heights[i] = most[i];
                Cap(heights, i, 100);
            }
        });
    }

    private static void Cap(int[] heights, int at, int most)
    {
        if (heights[at] > most)
            heights[at] = most;
    }
}
