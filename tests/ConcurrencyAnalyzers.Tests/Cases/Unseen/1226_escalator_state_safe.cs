namespace Blind.C1226;

public struct StepState
{
    public int Step;
    public bool GoingUp;
    public decimal Load;
    public DateTime? Stopped;

    public void Advance(decimal load)
    {
        Step++;
        Load = load;
        Stopped = load > 900m ? DateTime.UtcNow : null;
    }
}

public sealed class Escalator
{
    private readonly object _gate = new();
    private StepState _state;

    public void Tick(decimal load)
    {
        lock (_gate)
        {
            _state.Advance(load);
        }
    }

    public void Reverse()
    {
        lock (_gate)
        {
            var next = _state;
            next.GoingUp = !next.GoingUp;
            next.Step = 0;
            _state = next;
        }
    }

    public StepState Snapshot()
    {
        lock (_gate)
        {
            return _state;
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var escalator = new Escalator();
        var motion = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                escalator.Tick(i * 10);
                await Task.Delay(1);
            }
        });

        var keeper = Task.Run(async () =>
        {
            await Task.Delay(30);
            escalator.Reverse();
        });

        var display = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                var state = escalator.Snapshot();
                state.Load = Math.Round(state.Load);
                Console.WriteLine($"{state.Step} {state.Load} {state.Stopped}");
                await Task.Delay(2);
            }
        });

        await Task.WhenAll(motion, keeper, display);
    }
}
