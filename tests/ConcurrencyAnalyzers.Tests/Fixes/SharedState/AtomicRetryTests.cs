using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>CONC1003 where the second step depends on more than a number: links, highest values, objects that are renewed, turns.</summary>
public class AtomicRetryTests : FixTest<NonAtomicUpdate, NonAtomicUpdateFix>
{
    private static string Body(string statements) => $$"""
        public class Link
        {
            public Link? Below;
            public Link? Seen { get; set; }
        }

        public class C
        {
            private int _open;
            private long _bytes;
            private Link? _top;
            private TaskCompletionSource<bool> _green = new();

            public void Do(int limit, long n, Func<bool> work, Action<long> report, Link other)
            {
        {{string.Join("\n", statements.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }

            public void Others()
            {
                Interlocked.Decrement(ref _open);
                Interlocked.Add(ref _bytes, 1);
                Interlocked.Exchange(ref _top, null);
                Interlocked.Exchange(ref _green, new()).TrySetResult(true);
            }
        }
        """;

    [Theory]
    [InlineData(
        "var link = new Link();\nlink.Below = Volatile.Read(ref _top); // under it\n{|CONC1003:Interlocked.Exchange|}(ref _top, link);",
        "var link = new Link();\nLink? seen;\ndo\n{\n    seen = Volatile.Read(ref _top);\n    link.Below = seen; // under it\n}\nwhile (Interlocked.CompareExchange(ref _top, link, seen) != seen);")]
    [InlineData(
        "var link = new Link();\nvar former = Volatile.Read(ref _top);\nlink.Seen = former;\n{|CONC1003:Volatile.Write|}(ref _top, link);",
        "var link = new Link();\nLink? former;\ndo\n{\n    former = Volatile.Read(ref _top);\n    link.Seen = former;\n}\nwhile (Interlocked.CompareExchange(ref _top, link, former) != former);")]
    public Task Links_in_front_of_what_is_there(string before, string after) => Fixes(Body(before), Body(after));

    [Fact]
    public Task A_link_that_others_have_is_not_set_again() => Declines(Body("other.Below = Volatile.Read(ref _top);\n{|CONC1003:Interlocked.Exchange|}(ref _top, other);"));

    [Theory]
    [InlineData(
        "if (n > Interlocked.Read(ref _bytes))\n    {|CONC1003:Interlocked.Exchange|}(ref _bytes, n); // higher",
        "long seen;\nwhile (n > (seen = Interlocked.Read(ref _bytes)))\n    if (Interlocked.CompareExchange(ref _bytes, n, seen) == seen) // higher\n        break;")]
    [InlineData(
        "var highest = Interlocked.Read(ref _bytes);\nif (n > highest)\n{\n    {|CONC1003:Interlocked.Exchange|}(ref _bytes, n);\n    report(n);\n}",
        "long highest;\nwhile (n > (highest = Interlocked.Read(ref _bytes)))\n{\n    if (Interlocked.CompareExchange(ref _bytes, n, highest) == highest)\n    {\n        report(n);\n        break;\n    }\n}")]
    [InlineData(
        "{|CONC1003:Interlocked.Exchange|}(ref _bytes, Math.Max(Interlocked.Read(ref _bytes), n));",
        "long seen;\ndo\n{\n    seen = Interlocked.Read(ref _bytes);\n}\nwhile (Interlocked.CompareExchange(ref _bytes, Math.Max(seen, n), seen) != seen);")]
    [InlineData(
        "int seen = Volatile.Read(ref _open);\nint wanted = Math.Min(seen + 1, limit);\n{|CONC1003:Interlocked.CompareExchange|}(ref _open, wanted, seen);",
        "int seen;\nint wanted;\ndo\n{\n    seen = Volatile.Read(ref _open);\n    wanted = Math.Min(seen + 1, limit);\n}\nwhile (Interlocked.CompareExchange(ref _open, wanted, seen) != seen);")]
    public Task Tries_again_with_what_others_have_stored(string before, string after) => Fixes(Body(before), Body(after));

    [Fact]
    public Task Computes_from_what_the_turn_has_seen() => Fixes(
        Body("long sum = Interlocked.Read(ref _bytes) + n;\nlong seen;\ndo\n{\n    seen = Interlocked.Read(ref _bytes);\n}\nwhile ({|CONC1003:Interlocked.CompareExchange|}(ref _bytes, sum, seen) != seen);"),
        Body("long seen;\ndo\n{\n    seen = Interlocked.Read(ref _bytes);\n}\nwhile (Interlocked.CompareExchange(ref _bytes, seen + n, seen) != seen);"));

    [Fact]
    public Task A_sum_that_is_told_as_well_stays() =>
        Declines(Body("long sum = Interlocked.Read(ref _bytes) + n;\nlong seen;\ndo\n{\n    seen = Interlocked.Read(ref _bytes);\n}\nwhile ({|CONC1003:Interlocked.CompareExchange|}(ref _bytes, sum, seen) != seen);\nreport(sum);"));

    [Fact]
    public Task Counts_down_turn_by_turn() => Fixes(
        Body("while (Volatile.Read(ref _open) > 0)\n{\n    {|CONC1003:Interlocked.Decrement|}(ref _open); // one less\n    if (!work())\n        break;\n}"),
        Body("int seen;\nwhile ((seen = Volatile.Read(ref _open)) > 0)\n{\n    if (Interlocked.CompareExchange(ref _open, seen - 1, seen) != seen)\n        continue; // one less\n    if (!work())\n        break;\n}"));

    [Theory]
    [InlineData("long all = _bytes; // so far\n{|CONC1003:_bytes = 0|};\nreport(all);", "long all = Interlocked.Exchange(ref _bytes, 0); // so far\nreport(all);")]
    [InlineData("var all = Interlocked.Read(ref _bytes);\nif (all == 0)\n    return;\n{|CONC1003:Interlocked.Exchange|}(ref _bytes, 0);\nreport(all);", "var all = Interlocked.Exchange(ref _bytes, 0);\nif (all == 0)\n    return;\nreport(all);")]
    public Task Takes_and_resets(string before, string after) => Fixes(Body(before), Body(after));

    [Theory]
    [InlineData(
        "// Once it is used up.\nif (_green.Task.IsCompleted)\n    {|CONC1003:_green = new TaskCompletionSource<bool>()|};",
        "var seen = _green;\n// Once it is used up.\nif (seen.Task.IsCompleted)\n    Interlocked.CompareExchange(ref _green, new TaskCompletionSource<bool>(), seen);")]
    [InlineData(
        "var green = _green;\nif (!green.Task.IsCompleted)\n    return;\nvar fresh = new TaskCompletionSource<bool>();\n{|CONC1003:_green = fresh|};",
        "var green = _green;\nif (!green.Task.IsCompleted)\n    return;\nvar fresh = new TaskCompletionSource<bool>();\nInterlocked.CompareExchange(ref _green, fresh, green);")]
    public Task Renews_only_what_was_looked_at(string before, string after) => Fixes(Body(before), Body(after));

    [Fact]
    public Task A_new_one_that_is_used_on_has_to_be_the_one_that_all_have() => Declines(Body(
        "var green = _green;\nif (!green.Task.IsCompleted)\n    return;\nvar fresh = new TaskCompletionSource<bool>();\n{|CONC1003:_green = fresh|};\nfresh.TrySetResult(work());"));
}
