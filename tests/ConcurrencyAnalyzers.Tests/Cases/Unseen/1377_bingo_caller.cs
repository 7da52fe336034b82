// Draws the numbers of a bingo evening one by one for the callers of several halls. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1377;

public sealed class BingoDrum : IDisposable
{
    private readonly Lock _crank = new();
    private readonly IEnumerator<int> _balls;
    private int _drawn;

    public BingoDrum(int seed) => _balls = Balls(new Random(seed)).GetEnumerator();

    public int? Draw()
    {
        lock (_crank)
        {
            if (!_balls.MoveNext())
            {
                return null;
            }
            _drawn++;
            return _balls.Current;
        }
    }

    public void Dispose()
    {
        lock (_crank)
        {
            _balls.Dispose();
        }
    }

    public static int?[] FirstBalls(int halls)
    {
        using var drum = new BingoDrum(2024);
        var first = new int?[halls];
        Parallel.For(0, halls, hall => first[hall] = drum.Draw());
        return first;
    }

    private IEnumerable<int> Balls(Random random)
    {
        var left = Enumerable.Range(1, 90).ToList();
        while (_drawn < 90)
        {
            int place = random.Next(left.Count);
            yield return left[place];
            left.RemoveAt(place);
        }
    }
}
