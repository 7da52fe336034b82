using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>CONC1002 where the read is made before the lock is taken under which its result is written.</summary>
public class EarlyReadTests : FixTest<InconsistentLock, InconsistentLockFix>
{
    private static string Body(string statements) => $$"""
        public class Shelf
        {
            private readonly object _gate = new();
            private int _stock;

            public int Pick(int quantity, Func<int, int> ask)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            public void Refill(int quantity)
            {
                lock (_gate)
                {
                    _stock += quantity;
                }
            }
        }
        """;

    [Theory]
    [InlineData(
        "int remaining = {|CONC1002:_stock|} - quantity; // what is left\nif (remaining < 0)\n{\n    return 0;\n}\n\nlock (_gate)\n{\n    _stock = remaining; // kept\n}\n\nreturn quantity;",
        "lock (_gate)\n{\n    int remaining = _stock - quantity; // what is left\n    if (remaining < 0)\n    {\n        return 0;\n    }\n\n    _stock = remaining; // kept\n}\n\nreturn quantity;")]
    [InlineData(
        "var remaining = {|CONC1002:_stock|} - quantity;\nlock (_gate)\n    _stock = remaining;\nreturn remaining;",
        "int remaining;\nlock (_gate)\n{\n    remaining = _stock - quantity;\n    _stock = remaining;\n}\nreturn remaining;")]
    public Task The_lock_is_taken_before_the_read(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("var remaining = {|CONC1002:_stock|} - quantity;\nremaining = ask(remaining);\nlock (_gate)\n{\n    _stock = remaining;\n}\nreturn 0;")]
    [InlineData("var remaining = {|CONC1002:_stock|} - quantity;\nThread.Sleep(1);\nlock (_gate)\n{\n    _stock = remaining;\n}\nreturn 0;")]
    public Task Nothing_is_offered_where_foreign_code_or_a_wait_would_come_under_it(string before) => Declines(Body(before));
}
