// The framework walks the list that is joined into a text.
namespace Cases.S225;

public sealed class BatchLogger
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    public void Log(string line) { lock (_gate) { _lines.Add(line); } }
    private bool HasLines() { lock (_gate) { return _lines.Count > 0; } }
    public void Flush()
    {
        if (!HasLines()) return;
        File.AppendAllLines("p", _lines); // expect: INCONSISTENT_LOCK
        lock (_gate) { _lines.Clear(); }
    }
}
