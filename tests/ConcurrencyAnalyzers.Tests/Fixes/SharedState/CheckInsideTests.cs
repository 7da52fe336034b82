using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class CheckInsideTests : FixTest<CheckThenAct, CheckThenActFix>
{
    private static string Spool(string write) => $$"""
        public sealed class Spool
        {
            private readonly object _gate = new();
            private List<string> _records = new();
            private bool _closed;

            public void Write(string record)
            {
                {{write.Replace("\n", "\n        ")}}
            }

            public List<string> Close()
            {
                lock (_gate)
                {
                    _closed = true;
                    var last = _records;
                    _records = new();
                    return last;
                }
            }
        }
        """;

    [Fact]
    public Task A_check_in_front_goes_inside() => Fixes(
        Spool("if (_closed)\n    return; // too late\nlock (_gate)\n{\n    {|CONC1004:_records.Add|}(record);\n}"),
        Spool("lock (_gate)\n{\n    if (_closed)\n        return; // too late\n    _records.Add(record);\n}"));

    [Fact]
    public Task A_check_around_goes_inside() => Fixes(
        Spool("if (!_closed)\n{\n    lock (_gate) // all\n        {|CONC1004:_records.Add|}(record);\n}"),
        Spool("lock (_gate)\n{\n    if (!_closed) // all\n        _records.Add(record);\n}"));
}
