namespace Blind.C1225;

public struct CarPlan
{
    public int Floor;
    public bool GoingUp;
    public List<int> Stops;
}

public sealed class ElevatorCar
{
    private readonly object _gate = new();
    private CarPlan _plan = new() { Stops = new List<int>() };

    public void Call(int floor)
    {
        lock (_gate)
        {
            if (!_plan.Stops.Contains(floor))
            {
                _plan.Stops.Add(floor);
                _plan.Stops.Sort();
            }
        }
    }

    public void Arrive(int floor)
    {
        lock (_gate)
        {
            _plan.GoingUp = floor > _plan.Floor;
            _plan.Floor = floor;
            _plan.Stops.Remove(floor);
        }
    }

    public CarPlan Snapshot()
    {
        lock (_gate)
        {
            return _plan; // expect: ESCAPES_LOCK
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var car = new ElevatorCar();
        var calls = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                car.Call(i % 12);
                await Task.Delay(1);
            }
        });

        var motion = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                car.Arrive(i % 12);
                await Task.Delay(1);
            }
        });

        var display = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                var plan = car.Snapshot();
                Console.WriteLine($"{plan.Floor}: {string.Join(' ', plan.Stops)}"); // expect: RACE?, ESCAPES_LOCK?
                await Task.Delay(2);
            }
        });

        await Task.WhenAll(calls, motion, display);
    }
}
