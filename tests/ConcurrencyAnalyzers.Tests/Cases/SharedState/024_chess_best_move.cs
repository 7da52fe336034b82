// Iterations of Parallel.ForEach compare with and replace the same captured best move.
namespace Cases.S024;

public readonly record struct Move(int From, int To);

public static class ChessEngine
{
    public static Move Best(IEnumerable<Move> moves, Func<Move, int> score)
    {
        Move best = default;
        int bestScore = int.MinValue;
        Parallel.ForEach(moves, move =>
        {
            int s = score(move);
            if (s > bestScore) // expect: RACE?
            {
                bestScore = s; // expect: RACE
                best = move; // expect: RACE
            }
        });
        return best;
    }
}
