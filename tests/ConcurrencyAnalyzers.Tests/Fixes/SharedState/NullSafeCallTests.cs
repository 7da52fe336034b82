using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class NullSafeCallTests : FixTest<UnsynchronizedAccess, UnsynchronizedAccessFix>
{
    private static string Feed(string raise) => $$"""
        public sealed class Feed
        {
            public event Action<int>? Changed;

            public void Poll()
            {
                {{raise.Replace("\n", "\n        ")}}
            }
        }

        public sealed class Alarm(Feed feed)
        {
            public void Attach() => feed.Changed += On;

            public void Detach() => feed.Changed -= On;

            private void On(int value) => Console.WriteLine(value);
        }

        public static class Night
        {
            public static async Task WatchAsync(Feed feed)
            {
                var polling = Task.Run(() => feed.Poll());
                var alarm = new Alarm(feed);
                alarm.Attach();
                await Task.Delay(100);
                alarm.Detach();
                await polling;
            }
        }
        """;

    [Theory]
    [InlineData("if (Changed != null)\n{\n    {|CONC1001:Changed|}(1); // all\n}", "Changed?.Invoke(1); // all")]
    [InlineData("if (Changed is not null)\n    {|CONC1001:Changed|}.Invoke(1);", "Changed?.Invoke(1);")]
    [InlineData("if (Changed != null) // there are some\n{\n    {|CONC1001:Changed|}(1);\n}", "// there are some\nChanged?.Invoke(1);")]
    [InlineData("if (null != Changed) {|CONC1001:Changed|}(1);", "Changed?.Invoke(1);")]
    public Task An_event_is_read_once(string raise, string safe) => Fixes(Feed(raise), Feed(safe));

    [Theory]
    [InlineData("if (Changed != null)\n{\n    Console.WriteLine();\n    {|CONC1001:Changed|}(1);\n}")]
    [InlineData("if (Changed != null)\n{\n    {|CONC1001:Changed|}(1);\n    // done\n}")]
    public Task Nothing_is_lost_for_it(string raise) => Declines(Feed(raise));
}
