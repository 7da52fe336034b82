// Two judges, each on a thread of their own, add the hits of their fencer to the common score. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1355;

public sealed record BoutScore(int Left, int Right);

public sealed class FencingBout
{
    private volatile BoutScore _score = new(0, 0);

    public BoutScore Judge(IEnumerable<bool> leftLamp, IEnumerable<bool> rightLamp)
    {
        var leftJudge = new Thread(() =>
        {
            foreach (var _ in leftLamp.Where(lit => lit))
            {
                _score = _score with { Left = _score.Left + 1 }; // expect: NON_ATOMIC#1
            }
        });
        var rightJudge = new Thread(() =>
        {
            foreach (var _ in rightLamp.Where(lit => lit))
            {
                _score = _score with { Right = _score.Right + 1 }; // expect: NON_ATOMIC#1
            }
        });
        leftJudge.Start();
        rightJudge.Start();
        leftJudge.Join();
        rightJudge.Join();
        return _score;
    }
}
