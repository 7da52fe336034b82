// What leaves the lock is a fresh array, and the strings in it are immutable: callers cannot see later changes. difficulty: easy
namespace Cases.U948;

public sealed class WaitingRoom
{
    private readonly object _gate = new();
    private readonly LinkedList<string> _patients = new();

    public IReadOnlyList<string> Patients
    {
        get
        {
            lock (_gate)
            {
                return _patients.ToArray();
            }
        }
    }

    public void Arrive(string patient, bool urgent)
    {
        lock (_gate)
        {
            if (urgent)
            {
                _patients.AddFirst(patient);
            }
            else
            {
                _patients.AddLast(patient);
            }
        }
    }

    public string? CallNext()
    {
        lock (_gate)
        {
            var first = _patients.First;
            if (first == null)
            {
                return null;
            }
            _patients.RemoveFirst();
            return first.Value;
        }
    }
}
