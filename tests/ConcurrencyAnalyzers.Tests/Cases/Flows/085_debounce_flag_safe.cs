// A flag that says the timer is armed already; arming it twice does no harm.
using Microsoft.AspNetCore.Builder;

namespace Cases.F085;

public sealed class Notifier
{
    private readonly Timer _timer;
    private bool _armed;

    public Notifier() => _timer = new Timer(_ => Fire(), null, Timeout.Infinite, Timeout.Infinite);

    public void Map(WebApplication app) => app.MapPost("/changed", () => Arm());

    private void Arm()
    {
        if (_armed)
            return;
        _armed = true;
        _timer.Change(5000, Timeout.Infinite);
    }

    private void Fire()
    {
        _armed = false;
        Console.WriteLine("changed");
    }
}
