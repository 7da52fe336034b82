// An editor changes the paragraphs of its document while a timer writes them to a recovery file. difficulty: medium
namespace Cases.U1631;

public interface IDocument
{
    IReadOnlyList<string> Paragraphs { get; }
    int Revision { get; }
}

public sealed class TextDocument : IDocument
{
    private readonly object _gate = new();
    private readonly List<string> _paragraphs = [];
    private int _revision;

    public int Revision
    {
        get
        {
            lock (_gate)
            {
                return _revision;
            }
        }
    }

    public IReadOnlyList<string> Paragraphs
    {
        get
        {
            lock (_gate)
            {
                return _paragraphs.AsReadOnly(); // expect: ESCAPES_LOCK
            }
        }
    }

    public void Insert(int index, string paragraph)
    {
        lock (_gate)
        {
            _paragraphs.Insert(Math.Clamp(index, 0, _paragraphs.Count), paragraph);
            _revision++;
        }
    }

    public void Delete(int index)
    {
        lock (_gate)
        {
            if (index >= 0 && index < _paragraphs.Count)
            {
                _paragraphs.RemoveAt(index);
                _revision++;
            }
        }
    }
}

public sealed class Autosave : IDisposable
{
    private readonly IDocument _document;
    private readonly TextWriter _recovery;
    private readonly Timer _timer;

    public Autosave(IDocument document, TextWriter recovery, TimeSpan period)
    {
        _document = document;
        _recovery = TextWriter.Synchronized(recovery);
        _timer = new Timer(_ => Save(), null, period, period);
    }

    private void Save()
    {
        var paragraphs = _document.Paragraphs;
        _recovery.WriteLine(string.Join("\n\n", paragraphs)); // expect: ESCAPES_LOCK?, RACE?, INCONSISTENT_LOCK?
    }

    public void Dispose() => _timer.Dispose();
}
