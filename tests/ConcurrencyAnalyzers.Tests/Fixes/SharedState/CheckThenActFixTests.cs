using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class CheckThenActFixTests : FixTest<CheckThenAct, CheckThenActFix>
{
    private static string Body(string statements, string result = "void") => $$"""
        using System.Collections.Concurrent;
        using System.Collections.Immutable;

        public class C
        {
            private readonly ConcurrentDictionary<string, int> _counts = new();
            private readonly ConcurrentDictionary<string, ImmutableList<string>> _lists = new();
            private readonly ConcurrentDictionary<string, object> _locks = new();
            private readonly ConcurrentQueue<string> _queue = new();
            private readonly BlockingCollection<string> _orders = new();
            private readonly object _gate = new();
            private readonly List<string> _names = new();
            private int _arrived;
            private long _bytes;

            public {{result}} Do(string key, string name, int n)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            public void Others(string key, int n)
            {
                _counts.TryRemove(key, out _);
                _counts.AddOrUpdate(key, n, (_, old) => old + n);
                _locks.TryRemove(key, out _);
                Interlocked.Add(ref _bytes, n);
            }

            private bool Knows(string name)
            {
                lock (_gate)
                    return _names.Contains(name);
            }

            private void Add(string name)
            {
                lock (_gate)
                    _names.Add(name);
            }

            private static int Twice(int n) => 2 * n;
        }
        """;

    [Theory]
    [InlineData("{|CONC1004:_counts[key]|} += n;", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, current + n, current));")]
    [InlineData("{|CONC1004:_counts[key]|}--;", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, current - 1, current));")]
    [InlineData("{|CONC1004:_counts[key]|} *= n + 1;", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, current * (n + 1), current));")]
    [InlineData("{|CONC1004:_counts[key]|} = 2 * _counts[key] - n; // twice", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, 2 * current - n, current)); // twice")]
    [InlineData("if (!_counts.TryAdd(key, n))\n    {|CONC1004:_counts[key]|} += n;", "_counts.AddOrUpdate(key, n, (_, current) => current + n);")]
    public Task Makes_an_entry_from_its_old_value_in_one_step(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("if (!_locks.TryGetValue(key, out var gate))\n    {|CONC1004:_locks[key]|} = gate = new object();\nreturn gate;", "if (!_locks.TryGetValue(key, out var gate))\n    gate = _locks.GetOrAdd(key, new object());\nreturn gate;")]
    [InlineData("if (_locks.TryGetValue(key, out var gate))\n    return gate;\ngate = new object();\n{|CONC1004:_locks[key]|} = gate; // kept\nreturn gate;", "if (_locks.TryGetValue(key, out var gate))\n    return gate;\ngate = new object();\ngate = _locks.GetOrAdd(key, gate); // kept\nreturn gate;")]
    [InlineData("if (!_counts.ContainsKey(key))\n    {|CONC1004:_counts[key]|} = n;\nreturn key;", "_counts.TryAdd(key, n);\nreturn key;")]
    public Task Gives_everybody_the_object_that_is_in_the_dictionary(string before, string after) => Fixes(Body(before, "object"), Body(after, "object"));

    [Theory]
    [InlineData("return _counts.ContainsKey(key) ? {|CONC1004:_counts[key]|} : 0;", "return _counts.TryGetValue(key, out var value) ? value : 0;")]
    [InlineData("if (n > 0 && _counts.ContainsKey(key))\n{\n    return {|CONC1004:_counts[key]|} + n;\n}\nreturn 0;", "if (n > 0 && _counts.TryGetValue(key, out var value))\n{\n    return value + n;\n}\nreturn 0;")]
    [InlineData("return _orders.Count > 0 ? {|CONC1004:_orders.Take|}().Length : 0;", "return _orders.TryTake(out var item) ? item.Length : 0;")]
    [InlineData("if (!_queue.IsEmpty)\n{\n    {|CONC1004:_queue.TryDequeue|}(out var next);\n    return next!.Length;\n}\nreturn 0;", "if (_queue.TryDequeue(out var next))\n{\n    return next!.Length;\n}\nreturn 0;")]
    [InlineData("if (_counts.TryGetValue(key, out var seen) && seen == n)\n    {|CONC1004:_counts.TryRemove|}(key, out _);\nreturn 0;", "if (_counts.TryGetValue(key, out var seen) && seen == n)\n    _counts.TryRemove(KeyValuePair.Create(key, seen));\nreturn 0;")]
    public Task Lets_the_call_that_takes_say_whether_it_could(string before, string after) => Fixes(Body(before, "int"), Body(after, "int"));

    [Theory]
    [InlineData(
        "bool known;\nlock (_gate)\n{\n    known = _names.Contains(name);\n}\n\nif (known)\n    return;\nlock (_gate)\n{\n    // new\n    {|CONC1004:_names.Add|}(name);\n}",
        "bool known;\nlock (_gate)\n{\n    known = _names.Contains(name);\n\n    if (known)\n        return;\n    // new\n    _names.Add(name);\n}")]
    [InlineData("if (!Knows(name))\n{\n    {|CONC1004:Add|}(name);\n}", "lock (_gate)\n{\n    if (!Knows(name))\n    {\n        Add(name);\n    }\n}")]
    public Task Makes_one_region_of_two(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("{|CONC1004:_counts[key]|} = Twice(_counts[key]);")]
    [InlineData("{|CONC1004:_counts[name + Twice(n)]|} += _counts.Count;")]
    [InlineData("bool known;\nlock (_gate)\n{\n    known = _names.Contains(name);\n}\nThread.Sleep(n);\nlock (_gate)\n{\n    if (!known)\n        {|CONC1004:_names.Add|}(name);\n}")]
    [InlineData("if (!Knows(name))\n{\n    Console.WriteLine(name);\n    {|CONC1004:Add|}(name);\n}")]
    [InlineData("var notes = _queue.ToArray();\n{|CONC1004:_queue.Clear|}();\nConsole.WriteLine(notes.Length);")]
    public Task Declines_where_one_step_would_do_something_else(string before) => Declines(Body(before));
}
