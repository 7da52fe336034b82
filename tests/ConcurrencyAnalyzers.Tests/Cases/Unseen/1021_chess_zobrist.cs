namespace Chess.Search;

public readonly record struct Move(int From, int To);

public sealed class Position(int[] board, bool whiteToMove)
{
    public int[] Board => board;
    public bool WhiteToMove => whiteToMove;

    public Position Play(Move move)
    {
        var next = (int[])board.Clone();
        next[move.To] = next[move.From];
        next[move.From] = 0;
        return new Position(next, !whiteToMove);
    }
}

public static class Zobrist
{
    private static ulong[]? s_keys;

    private static ulong[] Keys => s_keys ??= Generate(); // expect: LAZY_INIT, RACE?

    public static ulong Hash(Position position)
    {
        ulong[] keys = Keys;
        ulong hash = position.WhiteToMove ? keys[^1] : 0;
        for (int square = 0; square < 64; square++)
        {
            int piece = position.Board[square];
            if (piece != 0)
            {
                hash ^= keys[square * 12 + piece - 1];
            }
        }
        return hash;
    }

    private static ulong[] Generate()
    {
        var keys = new ulong[64 * 12 + 1];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue);
        }
        return keys;
    }
}

public sealed class Searcher(Func<Position, IReadOnlyList<Move>> moves, Func<Position, int> evaluate)
{
    public Move Best(Position root, int depth)
    {
        return moves(root)
            .AsParallel()
            .Select(m => (Move: m, Score: -Search(root.Play(m), depth - 1, [])))
            .MaxBy(r => r.Score)
            .Move;
    }

    private int Search(Position position, int depth, Dictionary<ulong, int> table)
    {
        ulong key = Zobrist.Hash(position);
        if (table.TryGetValue(key, out int known))
        {
            return known;
        }
        int best = depth == 0 ? evaluate(position) : int.MinValue + 1;
        if (depth > 0)
        {
            foreach (Move move in moves(position))
            {
                best = Math.Max(best, -Search(position.Play(move), depth - 1, table));
            }
        }
        return table[key] = best;
    }
}
