// The flag says ready before the result is there.
namespace Cases.P017;

public sealed class Oven
{
    private volatile bool _ready;
    private string? _bread;

    public void Bake()
    {
        _ready = true; // expect: LAZY_INIT
        _bread = "rye baked at " + DateTime.UtcNow.Hour;
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
