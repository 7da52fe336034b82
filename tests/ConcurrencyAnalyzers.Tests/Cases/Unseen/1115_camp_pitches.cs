namespace Cases.L1115;

public sealed class CampSite
{
    private readonly object _gate = new();
    private readonly Dictionary<int, string> _taken = new();
    private readonly Queue<string> _waiting = new();
    private readonly int _pitches;

    public CampSite(int pitches) => _pitches = pitches;

    public int? FindFree()
    {
        lock (_gate)
        {
            for (int pitch = 1; pitch <= _pitches; pitch++)
            {
                if (!_taken.ContainsKey(pitch))
                {
                    return pitch;
                }
            }
            return null;
        }
    }

    public int? Arrive(string guest)
    {
        int? pitch = FindFree();
        if (pitch is null)
        {
            lock (_gate)
            {
                _waiting.Enqueue(guest); // expect: CHECK_THEN_ACT?
            }
            return null;
        }
        lock (_gate)
        {
            _taken[pitch.Value] = guest; // expect: CHECK_THEN_ACT
        }
        return pitch;
    }

    public bool HasWaiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count > 0;
            }
        }
    }

    public string? Depart(int pitch)
    {
        lock (_gate)
        {
            _taken.Remove(pitch);
        }
        if (!HasWaiting)
        {
            return null;
        }
        lock (_gate)
        {
            string next = _waiting.Dequeue(); // expect: CHECK_THEN_ACT
            _taken[pitch] = next; // expect: CHECK_THEN_ACT?
            return next;
        }
    }
}
