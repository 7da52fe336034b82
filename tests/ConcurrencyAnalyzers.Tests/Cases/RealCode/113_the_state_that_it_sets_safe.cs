// A state is a gate where the test turns away who finds what is set then, however it is written.
namespace Cases.R113;

public enum Phase
{
    Idle,
    Running,
    Disposed,
}

public sealed class Cleaner
{
    private readonly object _gate = new();
    private Phase _phase;
    private int _rounds;
    private int _looks;
    private int _passes;
    private int _turns;

    public void Start()
    {
        for (var i = 0; i < 4; i++)
        {
            new Thread(Clean).Start();
            new Thread(Look).Start();
            new Thread(Pass).Start();
            new Thread(Turn).Start();
        }
    }

    private Phase Looking { get; set; }

    private int Passing { get; set; }

    private string? Turning { get; set; }

    private void Clean()
    {
        lock (_gate)
        {
            if (_phase == Phase.Disposed || _phase == Phase.Running)
                return;
            _phase = Phase.Running;
        }

        _rounds++;
        lock (_gate)
            _phase = Phase.Idle;
    }

    private void Look()
    {
        lock (_gate)
        {
            if (Looking is not Phase.Idle)
                return;
            Looking = Phase.Running;
        }

        _looks++;
        lock (_gate)
            Looking = Phase.Idle;
    }

    private void Pass()
    {
        lock (_gate)
        {
            if (Passing is 1 or 2)
                return;
            Passing = 1;
        }

        _passes++;
        lock (_gate)
            Passing = 0;
    }

    private void Turn()
    {
        lock (_gate)
        {
            if (Turning != null)
                return;
            Turning = "on";
        }

        _turns++;
        lock (_gate)
            Turning = null;
    }
}
