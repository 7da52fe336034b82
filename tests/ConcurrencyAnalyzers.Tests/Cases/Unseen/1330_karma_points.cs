// Readers give and take karma points of an author's comments; the sum is shown beside the name. difficulty: medium
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1330;

public sealed class KarmaPoints
{
    private long _points;

    public long Points => Interlocked.Read(ref _points);

    public void Give(int points)
    {
        Interlocked.Exchange(ref _points, Interlocked.Read(ref _points) + points); // expect: NON_ATOMIC#1
    }

    public static long Tally(IEnumerable<int> votes)
    {
        var karma = new KarmaPoints();
        Parallel.ForEach(votes, karma.Give);
        return karma.Points;
    }
}
