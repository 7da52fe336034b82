// CONC1003: a volatile flag is toggled by two threads
namespace Stress;

public sealed class LightSwitch
{
    private volatile bool _on;
    private volatile int _mode;

    public void Press()
    {
        _on = !_on;
        _mode = (_mode + Window.Open(1)) % 7;
    }

    public static int Run() => Rounds.Play(() =>
    {
        var lamp = new LightSwitch();
        Parallel.For(0, 700_000, _ => lamp.Press());
        return !lamp._on && lamp._mode == 0;
    });
}
