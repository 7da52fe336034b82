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
            private readonly Dictionary<string, int> _ids = new();
            private readonly Func<int, int> _load = static n => n;
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
    [InlineData("_counts.TryGetValue(key, out var sum);\nsum += n;\n{|CONC1004:_counts[key]|} = sum; // all", "_counts.AddOrUpdate(key, n, (_, sum) => sum + n); // all")]
    [InlineData("var sum = _counts.GetOrAdd(key, 2);\nsum++;\n{|CONC1004:_counts[key]|} = sum;\nConsole.WriteLine(sum);", "var sum = _counts.AddOrUpdate(key, 2 + 1, (_, current) => current + 1);\nConsole.WriteLine(sum);")]
    [InlineData("_counts.TryGetValue(key, out var left);\nleft = left - (n + 1);\n{|CONC1004:_counts[key]|} = left;", "_counts.AddOrUpdate(key, -(n + 1), (_, left) => left - (n + 1));")]
    public Task A_sum_over_a_local_becomes_one_call(string statements, string safe) => Fixes(Body(statements), Body(safe));

    [Theory]
    [InlineData("_counts.TryGetValue(key, out var sum); // so far\nsum += n;\n{|CONC1004:_counts[key]|} = sum;", "// so far\n_counts.AddOrUpdate(key, n, (_, sum) => sum + n);")]
    [InlineData("_counts.TryGetValue(key, out var sum);\n// all\nsum += n;\n{|CONC1004:_counts[key]|} = sum; // kept", "// all\n_counts.AddOrUpdate(key, n, (_, sum) => sum + n); // kept")]
    [InlineData("if (_counts.TryGetValue(key, out var seen))\n    {|CONC1004:_counts[key]|} = seen + n; // more\nelse\n    {|CONC1004:_counts[key]|} = 1; // the first", "// more\n_counts.AddOrUpdate(key, 1, (_, seen) => seen + n); // the first")]
    public Task Comments_inside_go_above(string statements, string safe) => Fixes(Body(statements), Body(safe));

    [Theory]
    [InlineData("{|CONC1004:_counts[key]|} += n;", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, current + n, current));")]
    [InlineData("{|CONC1004:_counts[key]|}--;", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, current - 1, current));")]
    [InlineData("{|CONC1004:_counts[key]|} *= n + 1;", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, current * (n + 1), current));")]
    [InlineData("{|CONC1004:_counts[key]|} = 2 * _counts[key] - n; // twice", "int current;\ndo\n{\n    current = _counts[key];\n}\nwhile (!_counts.TryUpdate(key, 2 * current - n, current)); // twice")]
    [InlineData("if (!_counts.TryAdd(key, n))\n    {|CONC1004:_counts[key]|} += n;", "_counts.AddOrUpdate(key, n, (_, current) => current + n);")]
    public Task Makes_an_entry_from_its_old_value_in_one_step(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("if (_counts.TryGetValue(key, out var seen))\n    {|CONC1004:_counts[key]|} = seen + n;\nelse\n    {|CONC1004:_counts[key]|} = 1;", "_counts.AddOrUpdate(key, 1, (_, seen) => seen + n);")]
    [InlineData("if (!_counts.TryGetValue(key, out var seen))\n{\n    {|CONC1004:_counts[key]|} = n;\n}\nelse\n{\n    {|CONC1004:_counts[key]|} = seen + n;\n}", "_counts.AddOrUpdate(key, n, (_, seen) => seen + n);")]
    public Task Begins_or_goes_on_from_the_old_value(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("if (n > 0 && !_locks.ContainsKey(key))\n{\n    {|CONC1004:_locks[key]|} = name; // new\n    Console.WriteLine(name);\n}\nreturn true;", "if (n > 0 && _locks.TryAdd(key, name)) // new\n{\n    Console.WriteLine(name);\n}\nreturn true;")]
    [InlineData("if (_locks.ContainsKey(key))\n    return false;\n{|CONC1004:_locks[key]|} = name; // new\nreturn true;", "if (!_locks.TryAdd(key, name)) // new\n    return false;\nreturn true;")]
    [InlineData("if (_counts.ContainsKey(key))\n    return false;\n{|CONC1004:_counts[key]|} = _load(n);\nreturn true;", "if (_counts.ContainsKey(key))\n    return false;\nif (!_counts.TryAdd(key, _load(n)))\n    return false;\nreturn true;")]
    public Task Leaves_where_another_was_faster(string before, string after) => Fixes(Body(before, "bool"), Body(after, "bool"));

    [Theory]
    [InlineData("if (n < 0 || !_counts.ContainsKey(key))\n{\n    return 0;\n}\n\nreturn {|CONC1004:_counts[key]|} + n;", "if (n < 0 || !_counts.TryGetValue(key, out var value))\n{\n    return 0;\n}\n\nreturn value + n;")]
    [InlineData("if (!_counts.ContainsKey(key))\n    return 0;\nConsole.WriteLine(n);\nreturn {|CONC1004:_counts[key]|};", "if (!_counts.TryGetValue(key, out var value))\n    return 0;\nConsole.WriteLine(n);\nreturn value;")]
    public Task Keeps_what_the_test_has_found(string before, string after) => Fixes(Body(before, "int"), Body(after, "int"));

    [Theory]
    [InlineData("if (!_counts.TryGetValue(key, out var held) || held < n)\n    return;\nvar left = held - n;\n{|CONC1004:_counts[key]|} = left; // taken", "int held;\nint left;\ndo\n{\n    if (!_counts.TryGetValue(key, out held) || held < n)\n        return;\n    left = held - n;\n}\nwhile (!_counts.TryUpdate(key, left, held)); // taken")]
    [InlineData("var all = _lists.GetOrAdd(key, ImmutableList<string>.Empty);\n{|CONC1004:_lists[key]|} = all.Remove(name);", "ImmutableList<string> all;\ndo\n{\n    all = _lists.GetOrAdd(key, ImmutableList<string>.Empty);\n}\nwhile (!_lists.TryUpdate(key, all.Remove(name), all));")]
    [InlineData("if (_lists.TryGetValue(key, out var all))\n{\n    var longer = all.Add(name);\n    {|CONC1004:_lists[key]|} = longer;\n}", "while (_lists.TryGetValue(key, out var all))\n{\n    var longer = all.Add(name);\n    if (_lists.TryUpdate(key, longer, all))\n        break;\n}")]
    public Task Looks_and_thinks_again_where_another_was_faster(string before, string after) => Fixes(Body(before), Body(after));

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
    [InlineData("if (Knows(name))\n    return;\n{|CONC1004:Add|}(name);", "lock (_gate)\n{\n    if (Knows(name))\n        return;\n    Add(name);\n}")]
    [InlineData("bool known;\nlock (_gate) known = _names.Contains(name); // so far\nif (known)\n    return;\nlock (_gate)\n    {|CONC1004:_names.Add|}(name); // new", "bool known;\nlock (_gate)\n{\n    known = _names.Contains(name); // so far\n    if (known)\n        return;\n    _names.Add(name); // new\n}")]
    [InlineData("lock (_gate)\n{\n    if (_names.Contains(name))\n        return;\n}\nlock (_gate)\n    {|CONC1004:_names.Add|}(name);", "lock (_gate)\n{\n    if (_names.Contains(name))\n        return;\n    _names.Add(name);\n}")]
    [InlineData("if (Knows(name))\n    return;\nlock (_gate)\n{\n    {|CONC1004:_names.Add|}(name);\n}", "lock (_gate)\n{\n    if (Knows(name))\n        return;\n    _names.Add(name);\n}")]
    public Task Makes_one_region_of_two(string before, string after) => Fixes(Body(before), Body(after));

    [Fact]
    public Task Looks_again_under_the_second_lock() => Fixes(
        Body("lock (_gate)\n{\n    if (_ids.TryGetValue(key, out var known))\n        return known;\n}\n\nvar made = _load(n);\nlock (_gate)\n{\n    {|CONC1004:_ids.Add|}(key, made);\n}\nreturn made;", "int"),
        Body("lock (_gate)\n{\n    if (_ids.TryGetValue(key, out var known))\n        return known;\n}\n\nvar made = _load(n);\nlock (_gate)\n{\n    if (_ids.TryGetValue(key, out var known))\n        return known;\n    _ids.Add(key, made);\n}\nreturn made;", "int"));

    [Theory]
    [InlineData("if (!_counts.TryGetValue(key, out var held))\n    return;\n_load(held);\n{|CONC1004:_counts[key]|} = held - n;")]
    [InlineData("lock (_gate)\n{\n    if (!_ids.TryGetValue(key, out var left) || left == 0)\n        return;\n}\n_load(n);\nlock (_gate)\n{\n    {|CONC1004:_ids[key]|}--;\n}")]
    [InlineData("bool known;\nlock (_gate)\n{\n    known = _names.Contains(name);\n}\nThread.Sleep(n);\nlock (_gate)\n{\n    if (!known)\n        {|CONC1004:_names.Add|}(name);\n}")]
    [InlineData("if (!Knows(name))\n{\n    Console.WriteLine(name);\n    {|CONC1004:Add|}(name);\n}")]
    public Task Declines_where_one_step_would_do_something_else(string before) => Declines(Body(before));
}
