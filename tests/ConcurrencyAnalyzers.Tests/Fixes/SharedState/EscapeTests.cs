using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class EscapeTests : FixTest<EscapingState, EscapingStateFix>
{
    private static string Type(string member) => $$"""
        public sealed class C
        {
            private readonly object _gate = new();
            private readonly List<string> _list = new();
            private readonly Dictionary<string, int> _map = new();
            private readonly Dictionary<string, HashSet<string>> _sets = new();
            private readonly System.Text.StringBuilder _text = new();
            private readonly byte[] _buffer = new byte[64];

            public void Add(string item)
            {
                lock (_gate)
                {
                    _list.Add(item);
                    _map[item] = 1;
                    _text.Append(item);
                    _buffer[item.Length] = 1;
                    if (!_sets.TryGetValue(item, out var set))
                    {
                        set = new HashSet<string>();
                        _sets.Add(item, set);
                    }

                    set.Add(item);
                }
            }

        {{string.Join("\n", member.Split('\n').Select(line => "    " + line))}}
        }
        """;

    private static string Locked(string type, string expression, bool marked = false) =>
        $"public {type} Get()\n{{\n    lock (_gate)\n    {{\n        {(marked ? "{|CONC1008:" : "")}return {expression};{(marked ? "|}" : "")} // all\n    }}\n}}";

    [Theory]
    [InlineData("List<string>", "_list", "[.. _list]")]
    [InlineData("IReadOnlyCollection<string>", "_list", "[.. _list]")]
    [InlineData("Dictionary<string, int>", "_map", "new Dictionary<string, int>(_map, _map.Comparer)")]
    [InlineData("IReadOnlyDictionary<string, int>", "_map", "new Dictionary<string, int>(_map, _map.Comparer)")]
    [InlineData("ICollection<string>", "_map.Keys", "[.. _map.Keys]")]
    [InlineData("IEnumerator<string>", "_list.GetEnumerator()", "new List<string>(_list).GetEnumerator()")]
    [InlineData("IReadOnlyList<string>", "_list.AsReadOnly()", "new List<string>(_list).AsReadOnly()")]
    [InlineData("ReadOnlySpan<string>", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_list)", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_list).ToArray()")]
    [InlineData("ReadOnlyMemory<byte>", "_buffer.AsMemory(0, 8)", "_buffer.AsMemory(0, 8).ToArray()")]
    [InlineData("ReadOnlySpan<byte>", "new ReadOnlySpan<byte>(_buffer, 0, 8)", "new ReadOnlySpan<byte>(_buffer, 0, 8).ToArray()")]
    [InlineData("System.Text.StringBuilder", "_text", "new System.Text.StringBuilder(_text.ToString())")]
    [InlineData("IEnumerable<int>", "_map.Values.Where(n => n > 0)", "[.. _map.Values.Where(n => n > 0)]")]
    public Task A_copy_of_the_same_type_leaves(string type, string expression, string copy) =>
        Fixes(Type(Locked(type, expression, marked: true)), Type(Locked(type, copy)));

    [Theory]
    [InlineData("Dictionary<string, int>.ValueCollection", "_map.Values")]
    [InlineData("Span<byte>", "_buffer.AsSpan(0, 8)")] // what the caller writes is to arrive
    public Task Nothing_is_offered_without_a_copy_of_the_type(string type, string expression) => Declines(Type(Locked(type, expression, marked: true)));

    [Fact]
    public Task A_getter_takes_the_lock_for_it() => Fixes(
        Type("public IReadOnlyList<string> Items => {|CONC1008:_list|};"),
        Type("public IReadOnlyList<string> Items\n{\n    get\n    {\n        lock (_gate)\n        {\n            return [.. _list];\n        }\n    }\n}"));

    [Fact]
    public Task What_may_not_be_there_is_copied_if_it_is() => Fixes(
        Type(OutOf("{|CONC1008:set = found|}")),
        Type(OutOf("set = found is null ? null : new HashSet<string>(found, found.Comparer)")));

    private static string OutOf(string handedOut) => $$"""
        public bool TryGet(string key, out IReadOnlySet<string>? set)
        {
            lock (_gate)
            {
                var there = _sets.TryGetValue(key, out var found);
                {{handedOut}};
                return there;
            }
        }
        """;
}
