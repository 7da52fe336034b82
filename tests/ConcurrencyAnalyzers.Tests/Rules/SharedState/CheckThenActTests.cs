namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

/// <summary>Where two steps meet: keys, locks, kinds of steps, who else can come between.</summary>
public class CheckThenActTests
{
    private static string Body(string statements) => $$"""
        using System.Collections.Concurrent;

        public class C
        {
            private readonly ConcurrentDictionary<string, int> _counts = new();
            private readonly ConcurrentDictionary<string, string> _texts = new();
            private readonly ConcurrentQueue<string> _queue = new();
            private readonly object _gate = new();
            private readonly object _other = new();
            private readonly Dictionary<string, string> _owners = new();
            private readonly List<string> _names = new();
            private int _level;

            public void Do(string key, string name, int n)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => "        " + line))}}
            }

            public void Others(string key, string name)
            {
                _counts.TryRemove(key, out _);
                _texts[key] = name;
                lock (_gate)
                {
                    _owners.Remove(key);
                    _names.Remove(name);
                    _level++;
                }
            }
        }
        """;

    [Theory]
    [InlineData("var old = _counts[key];\nConsole.WriteLine(old);\n{|CONC1004:_counts[key]|} = old + n;")]
    [InlineData("foreach (var pair in _counts)\n    {|CONC1004:_counts[pair.Key]|} = pair.Value + n;")]
    [InlineData("_texts.TryGetValue(key, out var text);\nif (text == name)\n    {|CONC1004:_texts.TryRemove|}(key, out _);")]
    [InlineData("string? next = null;\nwhile (_queue.Count > n)\n{\n    {|CONC1004:_queue.TryDequeue|}(out next);\n    Console.WriteLine(next);\n}")]
    [InlineData("bool free;\nlock (_gate)\n    free = !_owners.ContainsKey(key);\nif (free)\n    lock (_gate)\n        {|CONC1004:_owners.Add|}(key, name);")]
    [InlineData("int index;\nlock (_gate)\n    index = _names.IndexOf(name);\nlock (_gate)\n    {|CONC1004:_names.RemoveAt|}(index);")]
    [InlineData("var level = 0;\nlock (_gate)\n    level = _level;\nlevel = Math.Max(level, n);\nlock (_gate)\n    {|CONC1004:_level = level|};")]
    [InlineData("Monitor.Enter(_gate);\nvar full = _names.Count > n;\nMonitor.Exit(_gate);\nif (full)\n    return;\nMonitor.Enter(_gate);\n{|CONC1004:_names.Add|}(name);\nMonitor.Exit(_gate);")]
    public Task An_act_on_what_may_have_changed_is_reported(string statements) => Verify.AnalyzerAsync(Body(statements));

    [Theory]
    [InlineData("var old = _counts[key];\n_counts[name] = old + n;")]
    [InlineData("if (!_counts.ContainsKey(key))\n    Console.WriteLine(_counts.Count);\n_counts[name] = n;")]
    [InlineData("_counts.TryGetValue(key, out var old);\nwhile (!_counts.TryUpdate(key, old + n, old))\n    _counts.TryGetValue(key, out old);")]
    [InlineData("lock (_gate)\n    _counts[key] = _counts[key] + n;")]
    [InlineData("lock (_gate)\n{\n    bool known;\n    lock (_other)\n        known = _owners.ContainsKey(key);\n    lock (_other)\n        if (!known)\n            _owners.Add(key, name);\n}")]
    [InlineData("lock (_gate)\n    if (_owners.ContainsKey(key))\n        return;\nlock (_gate)\n    _owners.TryAdd(key, name);")]
    [InlineData("lock (_gate)\n    if (_owners.ContainsKey(key))\n        return;\ntry\n{\n    lock (_gate)\n        _owners.Add(key, name);\n}\ncatch (ArgumentException)\n{\n}")]
    [InlineData("lock (_gate)\n    if (!_names.Contains(name))\n        return;\nlock (_gate)\n    _names.Remove(name);")]
    [InlineData("lock (_gate)\n    if (_level < n)\n        return;\nlock (_gate)\n    if (_level >= n)\n        _level -= n;")]
    [InlineData("while (_queue.Count > n)\n    _queue.TryDequeue(out _);")]
    public Task An_act_that_cannot_be_wrong_is_not(string statements) => Verify.AnalyzerAsync(Body(statements));
}
