using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class VolatileFieldTests : FixTest<UnsynchronizedAccess, UnsynchronizedAccessFix>
{
    private static string Poller(string field, string condition, string store) => $$"""
        public class Poller
        {
            // set once, at the end
            {{field}}
            private Thread? _thread;

            public void Start()
            {
                _thread = new Thread(Loop);
                _thread.Start();
            }

            public void Stop()
            {
                {{store}}; // the loop sees it and ends
                _thread?.Join();
            }

            private void Loop()
            {
                while ({{condition}}) // until stopped
                {
                }
            }
        }
        """;

    [Theory]
    [InlineData("private bool _stop;", "private volatile bool _stop;", "!{|CONC1001:_stop|}", "{|CONC1001:_stop = true|}")]
    [InlineData("bool _stop = false;", "volatile bool _stop = false;", "!{|CONC1001:_stop|}", "{|CONC1001:_stop = true|}")]
    [InlineData("private int _state;", "private volatile int _state;", "{|CONC1001:_state|} < 2", "{|CONC1001:_state = 2|}")]
    [InlineData("private DayOfWeek _day;", "private volatile DayOfWeek _day;", "{|CONC1001:_day|} != DayOfWeek.Sunday", "{|CONC1001:_day = DayOfWeek.Sunday|}")]
    [InlineData("private string? _end;", "private volatile string? _end;", "{|CONC1001:_end|} is null", "{|CONC1001:_end = \"over\"|}")]
    public Task A_flag_becomes_volatile(string field, string fixedField, string condition, string store) =>
        Fixes(Poller(field, condition, store), Poller(fixedField, Unmarked(condition), Unmarked(store)));

    [Fact]
    public Task A_number_of_two_words_cannot_be_volatile() => Fixes(
        Poller("private long _end;", "{|CONC1001:_end|} == 0", "{|CONC1001:_end = 5|}"),
        Poller("private long _end;", "Volatile.Read(ref _end) == 0", "Volatile.Write(ref _end, 5)"));

    [Fact]
    public Task A_captured_flag_is_read_and_written_as_one() => Fixes(
        """
        class C
        {
            void Run()
            {
                var stop = false;
                var poller = Task.Run(() =>
                {
                    while (!{|CONC1001:stop|})
                    {
                    }
                });
                Console.ReadLine();
                {|CONC1001:stop = true|};
                poller.Wait();
            }
        }
        """,
        """
        class C
        {
            void Run()
            {
                var stop = false;
                var poller = Task.Run(() =>
                {
                    while (!Volatile.Read(ref stop))
                    {
                    }
                });
                Console.ReadLine();
                Volatile.Write(ref stop, true);
                poller.Wait();
            }
        }
        """);

    private static string Unmarked(string code) => code.Replace("{|CONC1001:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
}
