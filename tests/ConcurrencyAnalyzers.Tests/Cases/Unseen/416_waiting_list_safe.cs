// The index is found, tested and used while the monitor is held, entered in the long form with a taken flag. difficulty: medium
namespace Cases.U416;

public sealed record Patient(string Name, int Urgency);

public sealed class WaitingList
{
    private readonly object _gate = new();
    private readonly List<Patient> _patients = [];

    public void Arrive(Patient patient)
    {
        lock (_gate)
        {
            int index = _patients.FindIndex(waiting => waiting.Urgency < patient.Urgency);
            _patients.Insert(index < 0 ? _patients.Count : index, patient);
        }
    }

    public Patient? CallNext(int minimumUrgency)
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_gate, ref taken);
            int index = _patients.FindIndex(patient => patient.Urgency >= minimumUrgency);
            if (index < 0)
            {
                return null;
            }
            var next = _patients[index];
            _patients.RemoveAt(index);
            return next;
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_gate);
            }
        }
    }
}
