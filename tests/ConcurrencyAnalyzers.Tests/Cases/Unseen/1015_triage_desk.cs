namespace Hospital.Triage;

public enum Severity { Minor, Urgent, Critical }

public sealed record Patient(int Number, Severity Severity, DateTime Arrived);

public sealed class TriageDesk
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly PriorityQueue<Patient, (int, DateTime)> _queue = new();
    private readonly Dictionary<Severity, int> _seen = [];
    private int _number;

    public Patient Admit(Severity severity)
    {
        _rw.EnterWriteLock();
        try
        {
            var patient = new Patient(++_number, severity, DateTime.UtcNow);
            _queue.Enqueue(patient, (-(int)severity, patient.Arrived));
            return patient;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public Patient? CallNext()
    {
        _rw.EnterReadLock();
        try
        {
            if (!_queue.TryDequeue(out Patient? next, out _)) // expect: INCONSISTENT_LOCK, RACE?
            {
                return null;
            }
            _seen[next.Severity] = _seen.GetValueOrDefault(next.Severity) + 1; // expect: RACE, INCONSISTENT_LOCK?, NON_ATOMIC?
            return next;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public int Seen(Severity severity)
    {
        _rw.EnterReadLock();
        try
        {
            return _seen.GetValueOrDefault(severity); // expect: RACE?
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public int Waiting
    {
        get
        {
            _rw.EnterReadLock();
            try
            {
                return _queue.Count; // expect: RACE?
            }
            finally
            {
                _rw.ExitReadLock();
            }
        }
    }
}
