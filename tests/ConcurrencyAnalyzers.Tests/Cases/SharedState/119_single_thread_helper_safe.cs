// Only one background thread ever runs the method; the caller just waits.
namespace Cases.S119;

public sealed class NameMint
{
    private int _seed;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public int Mint(int count)
    {
        var one = new Thread(() =>
        {
            for (int i = 0; i < count; i++)
            {
                _names.Add("n" + _seed++);
            }
        });
        one.Start();
        if (!one.Join(TimeSpan.FromSeconds(30)))
        {
            throw new TimeoutException();
        }

        return _names.Count;
    }
}
