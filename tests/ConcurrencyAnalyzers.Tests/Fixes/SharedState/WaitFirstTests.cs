using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class WaitFirstTests : FixTest<UnsynchronizedAccess, UnsynchronizedAccessFix>
{
    private static string Mean(string end, string update = "{|CONC1001:_sum += v|}") => $$"""
        public class Forecast
        {
            private double _sum;

            public double Mean(double[] values)
            {
                var worker = new Thread(() =>
                {
                    foreach (double v in values)
                        {{update}};
                });
                worker.Start();
                {{end.Replace("\n", "\n        ")}}
            }
        }
        """;

    [Fact]
    public Task The_wait_comes_before_the_result() => Fixes(
        Mean("// all of them\ndouble mean = {|CONC1001:_sum|} / values.Length;\nworker.Join();\nreturn mean;"),
        Mean("worker.Join();\n// all of them\ndouble mean = _sum / values.Length;\nreturn mean;", "_sum += v"));

    [Theory]
    [InlineData("double mean = {|CONC1001:_sum|};\nworker.Join(100);\nreturn mean;")]
    [InlineData("var other = new Thread(() => Console.WriteLine());\nother.Start();\ndouble mean = {|CONC1001:_sum|};\nother.Join();\nworker.Join();\nreturn mean;")]
    [InlineData("double mean = {|CONC1001:_sum|};\nConsole.ReadLine();\nworker.Join();\nreturn mean;")]
    public Task Only_neighbours_change_places(string end) => Declines(Mean(end));
}
