// A Mutex guards the file's line count.
namespace Cases.S097;

public sealed class LogFile(string path)
{
    private readonly Mutex _mutex = new();
    private int _lines;

    public void Write(string text)
    {
        _mutex.WaitOne();
        try
        {
            File.AppendAllText(path, text);
            _lines++;
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }

    public int WriteAll(string[] lines)
    {
        Parallel.ForEach(lines, Write);
        return _lines;
    }
}
