using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class StaleAfterAwaitFixTests : FixTest<StaleAfterAwait, StaleAfterAwaitFix>
{
    private static string Body(string statements, string fields = "", string members = "") => $$"""
        public class C
        {
            private readonly object _logGate = new();
        {{fields}}    private int _left = 10;

            public async Task<bool> DoAsync(Func<Task<int>> fetch)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
                return true;
            }

            public void Log(string line)
            {
                lock (_logGate)
                    Console.WriteLine(line);
            }
        {{members}}
        }
        """;

    private const string Gate = "    private readonly SemaphoreSlim _gate = new(1, 1);\n";

    [Theory]
    [InlineData("{|CONC1005:_left -= await fetch()|};", "await _gate.WaitAsync();\ntry\n{\n    _left -= await fetch();\n}\nfinally\n{\n    _gate.Release();\n}")]
    [InlineData(
        "if (_left > 0)\n{\n    await fetch().ConfigureAwait(false);\n    {|CONC1005:_left--|}; // sold\n}",
        "await _gate.WaitAsync().ConfigureAwait(false);\ntry\n{\n    if (_left > 0)\n    {\n        await fetch().ConfigureAwait(false);\n        _left--; // sold\n    }\n}\nfinally\n{\n    _gate.Release();\n}")]
    [InlineData(
        "// how many\nvar left = _left;\nawait fetch();\n{|CONC1005:_left = left - 1|};",
        "// how many\nawait _gate.WaitAsync();\ntry\n{\n    var left = _left;\n    await fetch();\n    _left = left - 1;\n}\nfinally\n{\n    _gate.Release();\n}")]
    public Task Holds_a_semaphore_from_the_check_to_the_act(string before, string after) => Fixes(Body(before), Body(after, Gate));

    [Theory]
    [InlineData("{|CONC1005:_left -= await fetch()|};", "    public void Refill() => _left = 10;")]
    [InlineData("if (_left > 0)\n{\n    await DoAsync(fetch);\n    {|CONC1005:_left--|};\n}", "")]
    [InlineData("var left = _left;\nvar taken = await fetch();\n{|CONC1005:_left = left - 1|};\nConsole.WriteLine(taken);", "")]
    public Task Declines_where_others_write_or_wait_for_themselves(string before, string members) => Declines(Body(before, members: members));
}
