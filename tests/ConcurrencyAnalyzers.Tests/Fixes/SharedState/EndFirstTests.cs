using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class EndFirstTests : FixTest<UnsynchronizedAccess, UnsynchronizedAccessFix>
{
    private static string Sum(string end, string update = "_sum += v") => $$"""
        public class Adder
        {
            private double _sum;

            public double Sum(double[] values)
            {
                var adding = new Thread(() =>
                {
                    foreach (double v in values)
                        {{update}};
                });
                {{end.Replace("\n", "\n        ")}}
            }
        }
        """;

    [Fact]
    public Task A_thread_that_nobody_joins_is_joined_before_the_result_is_read() => Fixes(
        Sum("adding.Start();\n// all of them\nreturn {|CONC1001:_sum|};", "{|CONC1001:_sum += v|}"),
        Sum("adding.Start();\nadding.Join();\n// all of them\nreturn _sum;"));

    private static string Relay(string open) => $$"""
        public sealed class Relay(Func<string, TextWriter> connect, Func<string> next)
        {
            private TextWriter? _line;
            private Thread? _thread;
            private volatile bool _stopped;

            public void Open(string host)
            {
                {{open.Replace("\n", "\n        ")}}
            }

            public void Close()
            {
                _stopped = true;
                _thread?.Join();
            }

            private void Pump()
            {
                while (!_stopped)
                    _line!.WriteLine(next());
            }
        }
        """;

    [Fact]
    public Task What_the_thread_reads_is_set_before_it_starts() => Fixes(
        Relay("_thread = new Thread(Pump);\n_thread.Start(); // runs\n{|CONC1001:_line = TextWriter.Null|}; // open"),
        Relay("_thread = new Thread(Pump);\n_line = TextWriter.Null; // open\n_thread.Start(); // runs"));

    [Theory]
    [InlineData("_thread.Start();\nConsole.WriteLine(host);\n{|CONC1001:_line = TextWriter.Null|};")]
    [InlineData("_thread.Start();\n{|CONC1001:_line = connect(host)|};")]
    public Task What_is_done_in_between_may_need_the_thread(string open) => Declines(Relay("_thread = new Thread(Pump);\n" + open));

    [Fact]
    public Task A_thread_that_turns_until_it_is_told_to_stop_is_not_joined_before_that() => Declines(
        """
        public class Meter
        {
            private volatile bool _stop;

            public void Measure()
            {
                var count = 0;
                var worker = new Thread(() =>
                {
                    while (!_stop)
                        {|CONC1001:count++|};
                });
                worker.Start();
                Thread.Sleep(100);
                Console.WriteLine({|CONC1001:count|});
                _stop = true;
            }
        }
        """);

    private static string Attempts(string end) => $$"""
        public sealed class Attempts
        {
            private int _aborts;

            public int Run(CancellationToken abort)
            {
                var registration = abort.Register(() => {{(end == "Dispose" ? "_aborts++" : "{|CONC1001:_aborts++|}")}});
                Thread.Sleep(10);
                registration.{{end}}();
                return {{(end == "Dispose" ? "_aborts" : "{|CONC1001:_aborts|}")}};
            }
        }
        """;

    [Fact]
    public Task A_callback_that_has_begun_is_waited_for() => Fixes(Attempts("Unregister"), Attempts("Dispose"));
}
