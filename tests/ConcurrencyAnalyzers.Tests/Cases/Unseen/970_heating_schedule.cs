// double? is a flag and a value: the controller can copy the new flag with the old value and heats towards 0 degrees. difficulty: hard
namespace Cases.U970;

public sealed class HeatingSchedule(Func<double> roomTemperature, Action<bool> switchBurner)
{
    private double? _target;

    public async Task RunAsync(IEnumerable<(bool Home, double Wish)> day, int checks)
    {
        var controller = Task.Run(() => Control(checks));
        foreach (var (home, wish) in day)
        {
            _target = home ? wish : null; // expect: NON_ATOMIC#1, RACE?
        }
        await controller;
    }

    private void Control(int checks)
    {
        for (int i = 0; i < checks; i++)
        {
            var target = _target; // expect: NON_ATOMIC#1, RACE?
            switchBurner(target is double wanted && roomTemperature() < wanted);
        }
    }
}
