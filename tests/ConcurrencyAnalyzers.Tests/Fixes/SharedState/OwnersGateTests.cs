using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>A state that others reach by names of their own gets its lock in the type that has it.</summary>
public class OwnersGateTests : FixTest<UnsynchronizedAccess, UnsynchronizedAccessFix>
{
    private static string Site(string tally, string mason, string painter) => $$"""
        {{tally}}

        public interface IWorker
        {
            void Work(Tally tally);
        }

        public sealed class Mason : IWorker
        {
            public void Work(Tally tally)
            {
                {{mason.Replace("\n", "\n        ")}}
            }
        }

        public sealed class Painter : IWorker
        {
            public void Work(Tally work)
            {
                {{painter.Replace("\n", "\n        ")}}
            }
        }

        public static class Site
        {
            public static int Build()
            {
                var tally = new Tally();
                IWorker[] workers = [new Mason(), new Painter()];
                Parallel.ForEach(workers, worker => worker.Work(tally));
                return tally.Done;
            }
        }
        """;

    [Fact]
    public Task The_gate_stands_beside_the_state() => Fixes(
        Site("public sealed class Tally\n{\n    public int Done { get; set; }\n}", "{|CONC1001:tally.Done++|}; // one", "{|CONC1001:work.Done += 10|};"),
        Site("public sealed class Tally\n{\n    internal readonly Lock Gate = new();\n\n    public int Done { get; set; }\n}", "lock (tally.Gate)\n{\n    tally.Done++; // one\n}", "lock (work.Gate)\n{\n    work.Done += 10;\n}"));

    [Fact]
    public Task A_record_compares_all_that_it_has() => Declines(
        Site("public sealed record Tally\n{\n    public int Done { get; set; }\n}", "{|CONC1001:tally.Done++|};", "{|CONC1001:work.Done += 10|};"));
}
