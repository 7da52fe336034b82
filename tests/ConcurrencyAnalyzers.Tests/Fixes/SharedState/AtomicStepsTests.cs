using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>CONC1003 where the two steps are atomic operations each: they become one.</summary>
public class AtomicStepsTests : FixTest<NonAtomicUpdate, NonAtomicUpdateFix>
{
    private static string Body(string statements, string result = "void") => $$"""
        public class C
        {
            private int _open;
            private long _bytes;
            private int _state;

            public {{result}} Do(int limit, long n, Action<long> report)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            public void Others()
            {
                Interlocked.Decrement(ref _open);
                Interlocked.Add(ref _bytes, 1);
                Interlocked.Exchange(ref _state, 0);
            }
        }
        """;

    [Theory]
    [InlineData("Interlocked.Increment(ref _open);\nif ({|CONC1003:_open|} == limit)\n    report(n);", "if (Interlocked.Increment(ref _open) == limit)\n    report(n);")]
    [InlineData("var seen = Interlocked.Read(ref _bytes); // all\n{|CONC1003:Interlocked.Exchange|}(ref _bytes, 0); // from now on\nreport(seen);", "var seen = Interlocked.Exchange(ref _bytes, 0); // all // from now on\nreport(seen);")]
    public Task Uses_what_the_operation_yields(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData("if (Volatile.Read(ref _state) == 1)\n    return;\n{|CONC1003:Interlocked.Exchange|}(ref _state, 1);\nreport(n);", "if (Interlocked.Exchange(ref _state, 1) == 1)\n    return;\nreport(n);")]
    [InlineData("if (Volatile.Read(ref _state) != 2)\n{\n    {|CONC1003:Interlocked.Exchange|}(ref _state, 2);\n    report(n);\n}", "if (Interlocked.Exchange(ref _state, 2) != 2)\n{\n    report(n);\n}")]
    [InlineData("if (Volatile.Read(ref _state) == 0)\n{\n    {|CONC1003:Interlocked.Exchange|}(ref _state, 2); // busy\n    report(n);\n}", "if (Interlocked.CompareExchange(ref _state, 2, 0) == 0) // busy\n{\n    report(n);\n}")]
    [InlineData("if (Volatile.Read(ref _state) != 0)\n    return;\n{|CONC1003:Interlocked.Exchange|}(ref _state, 2);\nreport(n);", "if (Interlocked.CompareExchange(ref _state, 2, 0) != 0)\n    return;\nreport(n);")]
    public Task Tests_and_sets_a_flag_in_one_step(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData(
        "if (Volatile.Read(ref _open) >= limit)\n    return false;\n{|CONC1003:Interlocked.Increment|}(ref _open); // in\nreturn true;",
        "int seen;\ndo\n{\n    seen = Volatile.Read(ref _open);\n    if (seen >= limit)\n        return false;\n}\nwhile (Interlocked.CompareExchange(ref _open, seen + 1, seen) != seen); // in\nreturn true;")]
    [InlineData(
        "long used = Interlocked.Read(ref _bytes);\nif (used + n > limit)\n    throw new InvalidOperationException();\n{|CONC1003:Interlocked.Add|}(ref _bytes, n);\nreturn true;",
        "long used;\ndo\n{\n    used = Interlocked.Read(ref _bytes);\n    if (used + n > limit)\n        throw new InvalidOperationException();\n}\nwhile (Interlocked.CompareExchange(ref _bytes, used + n, used) != used);\nreturn true;")]
    [InlineData(
        "if (limit > 0 && Volatile.Read(ref _open) < limit)\n{\n    // One more.\n    report(n);\n}\nif (Volatile.Read(ref _open) < limit)\n{\n    {|CONC1003:Interlocked.Increment|}(ref _open); // in\n    report(n);\n    return true;\n}\n\nreturn false;",
        "if (limit > 0 && Volatile.Read(ref _open) < limit)\n{\n    // One more.\n    report(n);\n}\nint seen;\nwhile ((seen = Volatile.Read(ref _open)) < limit)\n{\n    if (Interlocked.CompareExchange(ref _open, seen + 1, seen) == seen) // in\n    {\n        report(n);\n        return true;\n    }\n}\n\nreturn false;")]
    [InlineData(
        "if (Volatile.Read(ref _open) < limit)\n{\n    {|CONC1003:Interlocked.Increment|}(ref _open);\n}\nreturn true;",
        "int seen;\nwhile ((seen = Volatile.Read(ref _open)) < limit)\n{\n    if (Interlocked.CompareExchange(ref _open, seen + 1, seen) == seen)\n        break;\n}\nreturn true;")]
    public Task Tries_again_as_long_as_others_are_faster(string before, string after) => Fixes(Body(before, "bool"), Body(after, "bool"));

    [Theory]
    [InlineData("if (Volatile.Read(ref _open) >= limit)\n    return;\nreport(n);\n{|CONC1003:Interlocked.Increment|}(ref _open);")]
    [InlineData("while (n-- > 0)\n{\n    if (Volatile.Read(ref _open) < limit)\n    {\n        {|CONC1003:Interlocked.Increment|}(ref _open);\n        break;\n    }\n}")]
    public Task Declines_where_the_steps_cannot_be_repeated(string before) => Declines(Body(before));
}
