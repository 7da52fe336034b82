// The windlass of a sluice is lowered, raised or at rest; several operators may press the buttons. difficulty: medium
namespace Cabinet.C1427;

public enum WindlassState
{
    Resting,
    Raising,
    Lowering,
}

public sealed class Windlass(Func<bool, Task> turn)
{
    private volatile WindlassState _state = WindlassState.Resting;

    public WindlassState State => _state;

    public Task<bool> RaiseAsync() => MoveAsync(WindlassState.Raising);

    public Task<bool> LowerAsync() => MoveAsync(WindlassState.Lowering);

    public static async Task<int> PressAllAsync(Windlass windlass, int operators)
    {
        var presses = Enumerable.Range(0, operators).Select(_ => Task.Run(windlass.RaiseAsync));
        return (await Task.WhenAll(presses)).Count(moved => moved);
    }

    private async Task<bool> MoveAsync(WindlassState target)
    {
        if (_state != WindlassState.Resting) // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        {
            return false;
        }
        _state = target; // expect: NON_ATOMIC#1, CHECK_THEN_ACT?, RACE?
        try
        {
            await turn(target == WindlassState.Raising);
            return true;
        }
        finally
        {
            _state = WindlassState.Resting; // expect: NON_ATOMIC?, RACE?
        }
    }
}
