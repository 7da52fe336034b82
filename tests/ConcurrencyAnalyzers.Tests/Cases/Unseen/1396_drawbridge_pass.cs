// The pass for the drawbridge changes every few seconds; guards compare what a traveller shows with the current one. difficulty: hard
namespace Cabinet.C1396;

public sealed class DrawbridgePass : IDisposable
{
    private readonly Timer _rotation;
    private Guid _pass = Guid.NewGuid();

    public DrawbridgePass(TimeSpan every)
    {
        _rotation = new Timer(Rotate, null, every, every);
    }

    public bool LetThrough(Guid shown) => shown == _pass; // expect: NON_ATOMIC#1, RACE?

    public Guid Issue() => _pass; // expect: NON_ATOMIC#1, RACE?

    public void Dispose() => _rotation.Dispose();

    private void Rotate(object? state)
    {
        _pass = Guid.NewGuid(); // expect: NON_ATOMIC#1, RACE?
    }
}
