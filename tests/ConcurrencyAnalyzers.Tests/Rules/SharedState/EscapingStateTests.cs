using ConcurrencyAnalyzers.Testing;
using Xunit;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

public class EscapingStateTests
{
    private static string Type(string member) => $$"""
        public sealed class C
        {
            private readonly object _gate = new();
            private readonly List<string> _list = [];
            private readonly Dictionary<string, List<int>> _map = [];
            private List<string> _swapped = [];

            public event EventHandler<List<string>>? Changed;

            public void Add(string item)
            {
                lock (_gate)
                {
                    _list.Add(item);
                    _swapped.Add(item);
                    if (!_map.TryGetValue(item, out var numbers))
                        _map[item] = numbers = [];
                    numbers.Add(1);
                }
            }

        {{string.Join("\n", member.Split('\n').Select(line => "    " + line))}}
        }

        public sealed class Box
        {
            public Box(List<string> items) => Items = items;
            public List<string> Items { get; }
        }
        """;

    [Theory]
    [InlineData("public List<string> Get()\n{\n    lock (_gate)\n    {\n        {|CONC1008:return _list;|}\n    }\n}")]
    [InlineData("public IEnumerable<string> Get()\n{\n    lock (_gate)\n    {\n        {|CONC1008:return _list.Select(x => x.Trim());|}\n    }\n}")]
    [InlineData("public IEnumerable<string> Get()\n{\n    lock (_gate)\n    {\n        {|CONC1008:return _map.Keys;|}\n    }\n}")]
    [InlineData("public ReadOnlyMemory<string> Get(string key)\n{\n    lock (_gate)\n    {\n        return _list.ToArray();\n    }\n}\npublic List<int> Of(string key)\n{\n    lock (_gate)\n    {\n        {|CONC1008:return _map[key];|}\n    }\n}")]
    [InlineData("public bool TryGet(string key, out List<int>? numbers)\n{\n    lock (_gate)\n    {\n        return {|CONC1008:_map.TryGetValue(key, out numbers)|};\n    }\n}")]
    [InlineData("public Box Get()\n{\n    lock (_gate)\n    {\n        return new Box({|CONC1008:_list|});\n    }\n}")]
    [InlineData("public void Tell()\n{\n    lock (_gate)\n    {\n        Changed?.Invoke(this, {|CONC1008:_list|});\n    }\n}")]
    [InlineData("public IEnumerable<string> Get()\n{\n    lock (_gate)\n    {\n        foreach (var item in _list)\n            {|CONC1008:yield return item;|}\n    }\n}")]
    public Task What_leaves_the_lock_is_reported(string member) => Verify.AnalyzerAsync(Type(member));

    [Theory]
    [InlineData("public List<string> Get()\n{\n    lock (_gate)\n    {\n        return [.. _list];\n    }\n}")]
    [InlineData("public int Get()\n{\n    lock (_gate)\n    {\n        return _list.Count;\n    }\n}")]
    [InlineData("public string Get(int index)\n{\n    lock (_gate)\n    {\n        return _list[index];\n    }\n}")]
    [InlineData("public List<string> Take()\n{\n    lock (_gate)\n    {\n        var taken = _swapped;\n        _swapped = [];\n        return taken;\n    }\n}")]
    [InlineData("public int Count()\n{\n    lock (_gate)\n    {\n        return Inner().Count;\n    }\n}\nprivate List<string> Inner() => _list;")]
    [InlineData("public IEnumerable<string> Get()\n{\n    lock (_gate)\n    {\n        return _list.Where(x => x.Length > 0).ToArray();\n    }\n}")]
    [InlineData("public object SyncRoot => _gate;\npublic List<string> Items => _list;")]
    public Task Copies_values_and_what_is_handed_over_are_not(string member) => Verify.AnalyzerAsync(Type(member));
}
