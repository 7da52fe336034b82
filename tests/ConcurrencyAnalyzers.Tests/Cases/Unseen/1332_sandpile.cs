// One step of a one-dimensional sand pile: a column that is too high gives grains to both neighbours. difficulty: medium
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1332;

public sealed class Sandpile(int[] columns)
{
    public bool Settle()
    {
        int toppled = 0;
        Parallel.For(1, columns.Length - 1, i =>
        {
            if (columns[i] >= 2) // expect: RACE#1
            {
                columns[i] -= 2; // expect: RACE#1
                columns[i - 1]++; // expect: RACE#1
                columns[i + 1]++; // expect: RACE#1
                Interlocked.Increment(ref toppled);
            }
        });
        return toppled == 0;
    }
}
