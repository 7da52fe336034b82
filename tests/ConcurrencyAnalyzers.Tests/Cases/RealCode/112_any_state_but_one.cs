// The nearest wrong one to a gate: the test turns away who finds the end, and lets in who finds the state that is set here.
namespace Cases.R112;

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

    public void Start()
    {
        for (var i = 0; i < 4; i++)
            new Thread(Clean).Start();
    }

    public void Dispose()
    {
        lock (_gate)
            _phase = Phase.Disposed;
    }

    private void Clean()
    {
        lock (_gate)
        {
            if (_phase == Phase.Disposed)
                return;
            _phase = Phase.Running;
        }

        _rounds++; // expect: RACE
        lock (_gate)
            _phase = Phase.Idle;
    }
}

public sealed class Sweeper
{
    private readonly object _gate = new();
    private string? _reason;
    private int _rounds;

    public void Start()
    {
        for (var i = 0; i < 4; i++)
            new Thread(Sweep).Start();
    }

    private void Sweep()
    {
        lock (_gate)
        {
            if (_reason == "closed")
                return;
            _reason = "swept";
        }

        _rounds++; // expect: RACE
        lock (_gate)
            _reason = null;
    }
}
