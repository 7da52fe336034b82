using System.Collections.Concurrent;
namespace Cases.C363;
public sealed class D1
{
    private readonly ConcurrentDictionary<string, DateTime> _banned = new();
    public event EventHandler<string>? Banned;
    public void Check(string who)
    {
        if (_banned.TryAdd(who, DateTime.UtcNow))
            Banned?.Invoke(this, who);
    }
}
public sealed class D2 // a cache of pure values, with a log line
{
    private readonly ConcurrentDictionary<string, int> _lengths = new();
    public int Length(string text)
    {
        if (!_lengths.TryGetValue(text, out var n))
        {
            n = text.Trim().Length;
            _lengths[text] = n;
            Console.WriteLine("cached " + text);
        }
        return n;
    }
}
public interface IFetch { string Get(string key); }
public sealed class D3 // a cache filled by a foreign query
{
    private readonly ConcurrentDictionary<string, string> _cache = new();
    private readonly IFetch _fetch;
    public D3(IFetch fetch) => _fetch = fetch;
    public string Get(string key)
    {
        if (_cache.TryGetValue(key, out var there))
            return there;
        var made = _fetch.Get(key);
        _cache[key] = made;
        return made;
    }
}
public sealed class D4 // cache filled by delegate
{
    private readonly ConcurrentDictionary<string, string> _cache = new();
    private readonly Func<string, string> _make;
    public D4(Func<string, string> make) => _make = make;
    public string Get(string key)
    {
        if (!_cache.ContainsKey(key))
            _cache[key] = _make(key);
        return _cache[key];
    }
}
public sealed class D5 // told under the lock
{
    private readonly object _gate = new();
    private readonly HashSet<string> _seen = new();
    private readonly Action<string> _tell;
    public D5(Action<string> tell) => _tell = tell;
    public void Welcome(string who)
    {
        bool isNew;
        lock (_gate)
            isNew = _seen.Add(who);
        if (isNew)
            _tell(who);
    }
    public int Count { get { lock (_gate) return _seen.Count; } }
}
public sealed class D6 // logger called in the branch that finds it missing
{
    private readonly ConcurrentDictionary<string, DateTime> _last = new();
    private readonly Action<string> _log;
    public D6(Action<string> log) => _log = log;
    public void Touch(string who)
    {
        if (!_last.ContainsKey(who))
            _log("first seen " + who);
        _last[who] = DateTime.UtcNow;
    }
}
