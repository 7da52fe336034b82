// The plain fields are set before Start and the results are read after Join: both are ordered, no lock is needed. difficulty: medium
namespace Cases.U797;

public sealed class DirectoryScan(string root)
{
    private string[] _patterns = [];
    private int _files;
    private long _bytes;
    private Exception? _failure;
    private Thread? _thread;

    public void Start(params string[] patterns)
    {
        if (_thread != null)
        {
            throw new InvalidOperationException("Already started.");
        }
        _patterns = patterns;
        _thread = new Thread(Scan);
        _thread.Start();
    }

    public (int Files, long Bytes) Finish()
    {
        Thread thread = _thread ?? throw new InvalidOperationException("Not started.");
        thread.Join();
        if (_failure != null)
        {
            throw new IOException("The scan failed.", _failure);
        }
        return (_files, _bytes);
    }

    private void Scan()
    {
        try
        {
            foreach (string pattern in _patterns)
            {
                foreach (string file in Directory.EnumerateFiles(root, pattern))
                {
                    Count(new FileInfo(file));
                }
            }
        }
        catch (Exception failure)
        {
            _failure = failure;
        }
    }

    private void Count(FileInfo file)
    {
        _files++;
        _bytes += file.Length;
    }
}
