namespace LostUpdates;

/// <summary>Hands out seat numbers; its lock is one that everybody can take.</summary>
internal sealed class Registry
{
    private readonly Lock _gate = new();
    private int _next;

    public int Take()
    {
        lock (_gate)
        {
            return _next++;
        }
    }
}
