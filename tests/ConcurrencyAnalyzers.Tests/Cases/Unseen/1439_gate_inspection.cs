// A watchman lets the gate be inspected by one person at a time; whoever comes in between is sent away. difficulty: hard
namespace Cabinet.C1439;

public sealed class GateInspection(Func<int, bool> inspectHinge)
{
    private const int Free = 0;
    private const int Busy = 1;
    private readonly List<int> _defects = [];
    private int _state = Free;
    private int _inspections;

    public bool TryInspect(int hinges)
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Free) != Free)
        {
            return false;
        }
        try
        {
            _inspections++;
            for (int hinge = 0; hinge < hinges; hinge++)
            {
                if (!inspectHinge(hinge))
                {
                    _defects.Add(hinge);
                }
            }
            return true;
        }
        finally
        {
            Volatile.Write(ref _state, Free);
        }
    }

    public static string Watch(Func<int, bool> inspectHinge, int visitors)
    {
        var gate = new GateInspection(inspectHinge);
        Parallel.For(0, visitors, _ => gate.TryInspect(4));
        return $"{gate._defects.Count} defects in {gate._inspections} inspections";
    }
}
