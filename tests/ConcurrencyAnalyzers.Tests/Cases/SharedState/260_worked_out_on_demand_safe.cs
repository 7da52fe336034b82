// What is worked out on demand is the same each time; what is drawn is drawn once, before any run.
namespace Cases.S260;

public static class Tables
{
    private static readonly byte[] s_salt = Draw();
    private static byte[]? s_squares;

    private static byte[] Squares => s_squares ??= Work();

    public static int Hash(string text)
    {
        var squares = Squares;
        var hash = 17;
        foreach (var letter in text)
        {
            hash = hash * 31 + letter ^ squares[letter % squares.Length] ^ s_salt[letter % s_salt.Length];
        }

        return hash;
    }

    private static byte[] Work()
    {
        var squares = new byte[16];
        for (var i = 0; i < squares.Length; i++)
        {
            squares[i] = (byte)(i * i);
        }

        return squares;
    }

    private static byte[] Draw()
    {
        var salt = new byte[16];
        Random.Shared.NextBytes(salt);
        return salt;
    }
}

public static class Index
{
    public static int[] HashAll(string[] words) => words.AsParallel().Select(word => Tables.Hash(word)).ToArray();
}
