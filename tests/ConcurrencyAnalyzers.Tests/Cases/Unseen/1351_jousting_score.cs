// Heralds at both ends of the lists report broken lances and falls, from threads of their own. difficulty: hard
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1351;

public sealed record JoustScore(int Lances, int Falls, string LastKnight);

public sealed class JoustBoard
{
    private JoustScore _score = new(0, 0, "");

    public JoustScore Score => Volatile.Read(ref _score);

    public void Break(string knight) =>
        Change(score => score with { Lances = score.Lances + 1, LastKnight = knight });

    public void Fall(string knight) =>
        Change(score => score with { Falls = score.Falls + 1, LastKnight = knight });

    private void Change(Func<JoustScore, JoustScore> change)
    {
        JoustScore before;
        JoustScore after;
        do
        {
            before = Volatile.Read(ref _score);
            after = change(before);
        }
        while (Interlocked.CompareExchange(ref _score, after, before) != before);
    }

    public static JoustScore Tournament(string[] left, string[] right)
    {
        var board = new JoustBoard();
        Parallel.Invoke(
            () => Array.ForEach(left, board.Break),
            () => Array.ForEach(right, board.Fall));
        return board.Score;
    }
}
