namespace Cases.L1061;

public sealed record LiftCall(int Floor, bool Up, DateTimeOffset At);

public sealed class LiftDispatcher
{
    private readonly object _gate = new();
    private readonly List<LiftCall> _calls = new();
    private int _position;
    private bool _outOfService;

    public bool Request(int floor, bool up)
    {
        lock (_gate)
        {
            if (_outOfService)
            {
                return false;
            }
            if (!_calls.Exists(c => c.Floor == floor && c.Up == up))
            {
                _calls.Add(new LiftCall(floor, up, DateTimeOffset.UtcNow));
            }
            return true;
        }
    }

    public LiftCall? Next()
    {
        lock (_gate)
        {
            if (_calls.Count == 0)
            {
                return null;
            }
            int best = 0;
            for (int i = 1; i < _calls.Count; i++)
            {
                if (Distance(_calls[i]) < Distance(_calls[best]))
                {
                    best = i;
                }
            }
            LiftCall call = _calls[best];
            _calls.RemoveAt(best);
            _position = call.Floor;
            return call;
        }
    }

    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _calls.Count;
            }
        }
    }

    public void TakeOutOfService(string reason)
    {
        lock (_gate)
        {
            _outOfService = true;
        }
        Console.Error.WriteLine($"lift out of service: {reason}");
        _calls.Clear(); // expect: INCONSISTENT_LOCK, RACE?
    }

    public void ReturnToService()
    {
        lock (_gate)
        {
            _outOfService = false;
            _position = 0;
        }
    }

    private int Distance(LiftCall call) => Math.Abs(call.Floor - _position);
}
