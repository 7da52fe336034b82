// What is made on demand is another each time: two runs go on with different keys.
namespace Cases.S259;

public static class Salts
{
    private static byte[]? s_salt;

    private static byte[] Salt => s_salt ??= Draw(); // expect: LAZY_INIT

    public static int Hash(string text)
    {
        var salt = Salt;
        var hash = 17;
        foreach (var letter in text)
        {
            hash = hash * 31 + letter ^ salt[letter % salt.Length];
        }

        return hash;
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
    public static int[] HashAll(string[] words) => words.AsParallel().Select(word => Salts.Hash(word)).ToArray();
}
