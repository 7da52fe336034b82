// A seeded Random is not thread-safe, yet every PLINQ worker draws from the same one; its state breaks and codes repeat. difficulty: medium
namespace Cases.U824;

public sealed class VoucherMinter
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private readonly Random _random;
    private readonly int _length;

    public VoucherMinter(int seed, int length)
    {
        _random = new Random(seed);
        _length = length;
    }

    public IReadOnlyDictionary<string, string> Mint(IEnumerable<string> customers)
    {
        return customers
            .Distinct()
            .AsParallel()
            .Select(customer => (customer, code: NextCode())) // expect: RACE#1
            .ToDictionary(pair => pair.customer, pair => pair.code);
    }

    private string NextCode()
    {
        Span<char> code = stackalloc char[_length];
        for (var i = 0; i < code.Length; i++)
        {
            code[i] = Alphabet[_random.Next(Alphabet.Length)]; // expect: RACE#1
        }
        return new string(code);
    }
}
