// CONC1002: a property's setter updates without the lock of the other members
namespace Stress;

public sealed class Dimmer
{
    private readonly object _gate = new();
    private long _light;

    public long Light
    {
        get
        {
            lock (_gate)
            {
                return _light;
            }
        }

        set => _light += Window.Open(value);
    }

    public void Darker(int steps)
    {
        lock (_gate)
        {
            _light -= steps;
        }
    }

    public static int Run() => Rounds.Play(() =>
    {
        var lamp = new Dimmer();
        var up = Task.Run(() =>
        {
            for (var i = 0; i < 100_000; i++)
                lamp.Light = 1;
        });
        for (var i = 0; i < 100_000; i++)
            lamp.Darker(1);
        up.Wait();
        return lamp.Light == 0;
    });
}
