// Compare and replace are one step under a Lock.
namespace Cases.S025;

public readonly record struct Move(int From, int To);

public static class ChessEngine
{
    public static Move Best(IEnumerable<Move> moves, Func<Move, int> score)
    {
        Lock gate = new();
        Move best = default;
        int bestScore = int.MinValue;
        Parallel.ForEach(moves, move =>
        {
            int s = score(move);
            using (gate.EnterScope())
            {
                if (s > bestScore)
                {
                    bestScore = s;
                    best = move;
                }
            }
        });
        return best;
    }
}
