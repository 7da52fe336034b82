// The setter forgot the lock that the methods take.
namespace Cases.L030;

public sealed class Volume
{
    private readonly Lock _gate = new();
    private int _level;

    public int Level
    {
        set => _level = Math.Clamp(_level + value, 0, 100); // expect: INCONSISTENT_LOCK
    }

    public void Louder()
    {
        lock (_gate)
        {
            _level = Math.Min(_level + 1, 100);
        }
    }

    public void Softer()
    {
        lock (_gate)
        {
            _level = Math.Max(_level - 1, 0);
        }
    }
}
