// The collector swaps the buffer under the lock and works on the old one alone.
namespace Cases.S131;

public sealed class LogBuffer
{
    private readonly object _gate = new();
    private List<string> _lines = [];

    public void Log(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    public int Flush(TextWriter writer)
    {
        List<string> full;
        lock (_gate)
        {
            full = _lines;
            _lines = [];
        }

        foreach (var line in full)
        {
            writer.WriteLine(line);
        }

        return full.Count;
    }

    public void Run(string[] lines, TextWriter writer)
    {
        var logging = Task.Run(() => Array.ForEach(lines, Log));
        Flush(writer);
        logging.Wait();
        Flush(writer);
    }
}
