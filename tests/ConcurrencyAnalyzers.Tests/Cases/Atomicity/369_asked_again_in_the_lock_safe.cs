namespace Cases.C369;
public sealed class Spool
{
    private readonly object _gate = new();
    private List<string> _records = new();
    private volatile bool _closed;
    public bool Write(string record)
    {
        if (_closed)
            return false;
        lock (_gate)
        {
            if (_closed)
                return false;
            _records.Add(record);
            return true;
        }
    }
    public List<string> Close()
    {
        lock (_gate)
        {
            _closed = true;
            var last = _records;
            _records = new();
            return last;
        }
    }
}
public sealed class Spool2 // the flag has nothing to do with the state
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, string> _waiting = new();
    private volatile bool _verbose;
    private volatile bool _paused;
    public bool TryAdd(int id, string text)
    {
        if (_paused)
            return false;
        lock (_gate)
            _waiting[id] = text;
        return true;
    }
    public void Pause() { lock (_gate) _paused = true; }
    public int Count { get { lock (_gate) return _waiting.Count; } }
    public void Verbose() => _verbose = true;
    public bool IsVerbose => _verbose;
}
public sealed class Spool3 // throws: who uses what is disposed is told late
{
    private readonly object _gate = new();
    private readonly List<string> _lines = new();
    private volatile bool _disposed;
    public void Add(string line)
    {
        if (_disposed) throw new ObjectDisposedException(nameof(Spool3));
        lock (_gate) _lines.Add(line);
    }
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _lines.Clear();
        }
    }
    public int Count { get { lock (_gate) return _lines.Count; } }
}
public sealed class Spool4 // only reads
{
    private readonly object _gate = new();
    private readonly List<string> _lines = new();
    private volatile bool _empty = true;
    public string? First()
    {
        if (_empty) return null;
        lock (_gate) return _lines.Count > 0 ? _lines[0] : null;
    }
    public void Reset() { lock (_gate) { _empty = true; _lines.Clear(); } }
    public void Add(string s) { lock (_gate) { _empty = false; _lines.Add(s); } }
}
public sealed class Spool5 // takes what there is, under the lock, and checks that
{
    private readonly object _gate = new();
    private readonly Queue<string> _lines = new();
    private volatile bool _hasWork;
    public string? Next()
    {
        if (!_hasWork) return null;
        lock (_gate)
        {
            if (_lines.Count == 0) return null;
            var next = _lines.Dequeue();
            _hasWork = _lines.Count > 0;
            return next;
        }
    }
    public void Add(string s) { lock (_gate) { _lines.Enqueue(s); _hasWork = true; } }
}
