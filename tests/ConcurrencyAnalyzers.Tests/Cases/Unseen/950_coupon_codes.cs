// Random.Shared may be used from any thread, and each iteration fills its own array element. difficulty: easy
namespace Cases.U950;

public static class CouponCodes
{
    private const string Alphabet = "ACDEFHJKLMNPRTUVWXY3479";

    public static string[] Generate(string campaign, int count)
    {
        var codes = new string[count];
        Parallel.For(0, count, i =>
        {
            var code = new char[8];
            for (int c = 0; c < code.Length; c++)
            {
                code[c] = Alphabet[Random.Shared.Next(Alphabet.Length)];
            }
            codes[i] = $"{campaign}-{i}-{new string(code)}";
        });
        return codes;
    }
}
