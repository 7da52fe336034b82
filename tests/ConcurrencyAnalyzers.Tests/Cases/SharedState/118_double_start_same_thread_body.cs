// Two threads over one method group share the generator's seed.
namespace Cases.S118;

public sealed class NameMint
{
    private int _seed;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public int Mint(int count)
    {
        void Make()
        {
            for (int i = 0; i < count; i++)
            {
                _names.Add("n" + _seed++); // expect: RACE
            }
        }

        var one = new Thread(Make);
        var two = new Thread(Make);
        one.Start();
        two.Start();
        one.Join();
        two.Join();
        return _names.Count;
    }
}
