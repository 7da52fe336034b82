// Flush detaches the list under the lock and installs a new one; nobody else can reach the detached list any more. difficulty: hard
namespace Cases.U993;

public sealed class LogSpool(Action<IReadOnlyList<string>> write)
{
    private readonly Lock _gate = new();
    private List<string> _lines = [];

    public void Append(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    public int Flush()
    {
        List<string> detached;
        lock (_gate)
        {
            if (_lines.Count == 0)
            {
                return 0;
            }
            detached = _lines;
            _lines = [];
        }

        detached.Insert(0, $"-- {detached.Count} lines --");
        write(detached);
        return detached.Count - 1;
    }

    public int AppendAll(IEnumerable<string> lines)
    {
        Parallel.ForEach(lines, Append);
        return Flush();
    }
}
