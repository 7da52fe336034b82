namespace LostUpdates;

/// <summary>Hands out seat numbers; its lock is one that everybody can take.</summary>
internal sealed class Registry
{
    private int _next;

    public int Take()
    {
        lock (this)
        {
            return _next++;
        }
    }
}
