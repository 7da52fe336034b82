// Both vaults are locked, always the one with the lower id first: every access holds the lock of its own instance. difficulty: hard
namespace Cases.U352;

public sealed class Vault(int id, long grams)
{
    private readonly object _door = new();
    private long _grams = grams;

    public int Id { get; } = id;

    public long Grams
    {
        get
        {
            lock (_door)
            {
                return _grams;
            }
        }
    }

    public static bool Move(Vault from, Vault to, long grams)
    {
        if (from.Id == to.Id)
        {
            return false;
        }
        var first = from.Id < to.Id ? from : to;
        var second = from.Id < to.Id ? to : from;
        lock (first._door)
        {
            lock (second._door)
            {
                if (from._grams < grams)
                {
                    return false;
                }
                from._grams -= grams;
                to._grams += grams;
                return true;
            }
        }
    }
}
