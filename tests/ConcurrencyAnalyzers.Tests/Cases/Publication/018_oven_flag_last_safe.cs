// The payload is stored first; the volatile flag is a release.
namespace Cases.P018;

public sealed class Oven
{
    private volatile bool _ready;
    private string? _bread;

    public void Bake()
    {
        _bread = "rye baked at " + DateTime.UtcNow.Hour;
        _ready = true;
    }

    public string? TryTake()
    {
        if (!_ready)
        {
            return null;
        }

        return _bread!.ToUpperInvariant();
    }
}
