using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class ItemLockTests : FixTest<UnsynchronizedAccess, UnsynchronizedAccessFix>
{
    private static string Board(string add, string other = "") => $$"""
        using System.Collections.Concurrent;

        public sealed class Board
        {
            private readonly ConcurrentDictionary<string, List<int>> _byName = new();

            public void Add(string name, int value)
            {
                {{add.Replace("\n", "\n        ")}}
            }
            {{other.Replace("\n", "\n    ")}}
        }

        public static class Program
        {
            public static void Main()
            {
                var board = new Board();
                Parallel.For(0, 100, i => board.Add("a", i));
            }
        }
        """;

    [Theory]
    [InlineData(
        "var values = _byName.GetOrAdd(name, _ => new List<int>());\n{|CONC1001:values.Add|}(value); // one more",
        "var values = _byName.GetOrAdd(name, _ => new List<int>());\nlock (values)\n{\n    values.Add(value); // one more\n}")]
    [InlineData(
        "_byName.AddOrUpdate(name, _ => new List<int> { value }, (_, values) =>\n{\n    {|CONC1001:values.Add|}(value);\n    return values;\n});",
        "_byName.AddOrUpdate(name, _ => new List<int> { value }, (_, values) =>\n{\n    lock (values)\n    {\n        values.Add(value);\n    }\n    return values;\n});")]
    public Task The_list_is_its_own_lock(string before, string after) => Fixes(Board(before), Board(after));

    [Fact]
    public Task A_variable_that_is_given_another_list_is_no_lock() => Declines(Board(
        "var values = _byName.GetOrAdd(name, _ => new List<int>());\n{|CONC1001:values.Add|}(value);\nvalues = new List<int>();\nvalues.Add(value);"));
}
