using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>Steps that only mean something together share one region, and what others wrote stays out of it.</summary>
public class LockTogetherTests : FixTest<StandIn1001, UnsynchronizedAccessFix>
{
    private static string Outbox(string field, string members) => $$"""
        // shared: _mails; harm: H1
        class Outbox
        {
        {{Indented(field)}}

        {{Indented(members)}}
        }
        """;

    private static string Indented(string text) => string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));

    private static Task Guards(string member, string guarded, string state = "List<string> _mails = new();") => Fixes(
        Outbox("private readonly " + state, member),
        Outbox("private readonly Lock _gate = new();\nprivate readonly " + state, guarded));

    [Fact]
    public Task What_is_sent_is_taken_out_where_it_is_copied() => Guards(
        """
        public async Task SendAsync()
        {
            foreach (var mail in [|_mails|])
                await File.WriteAllTextAsync("mail", mail);

            [|_mails|].Clear(); // sent
        }
        """,
        """
        public async Task SendAsync()
        {
            string[] snapshot;
            lock (_gate)
            {
                snapshot = _mails.ToArray();
                _mails.Clear(); // sent
            }
            foreach (var mail in snapshot)
                await File.WriteAllTextAsync("mail", mail);
        }
        """);

    [Fact]
    public Task A_copy_that_is_there_already_is_taken_and_the_original_emptied_with_it() => Guards(
        """
        public void Send(Action<string> send)
        {
            var batch = [|_mails|].ToArray();
            foreach (var mail in batch)
                send(mail);
            [|_mails|].Clear();
            Console.WriteLine(batch.Length);
        }
        """,
        """
        public void Send(Action<string> send)
        {
            string[] batch;
            lock (_gate)
            {
                batch = _mails.ToArray();
                _mails.Clear();
            }
            foreach (var mail in batch)
                send(mail);
            Console.WriteLine(batch.Length);
        }
        """);

    [Fact]
    public Task A_loop_over_a_copy_copies_once() => Guards(
        """
        public void Send(Action<string> send)
        {
            foreach (var mail in [|_mails|].ToArray())
                send(mail);
        }
        """,
        """
        public void Send(Action<string> send)
        {
            string[] snapshot;
            lock (_gate)
            {
                snapshot = _mails.ToArray();
            }
            foreach (var mail in snapshot)
                send(mail);
        }
        """);

    [Fact]
    public Task Short_work_between_reading_and_emptying_is_in_the_same_region() => Guards(
        """
        public int Count()
        {
            var length = 0;
            foreach (var mail in [|_mails|])
                length += mail.Length;
            [|_mails|].Clear();
            return length;
        }
        """,
        """
        public int Count()
        {
            var length = 0;
            lock (_gate)
            {
                foreach (var mail in _mails)
                    length += mail.Length;
                _mails.Clear();
            }
            return length;
        }
        """);

    [Fact]
    public Task What_is_emptied_and_built_up_anew_is_one_region() => Guards(
        """
        public string Slug(string title)
        {
            [|_mails|].Clear();
            foreach (char c in title)
            {
                [|_mails|].Append(char.ToLowerInvariant(c));
            }

            return [|_mails|].ToString();
        }
        """,
        """
        public string Slug(string title)
        {
            lock (_gate)
            {
                _mails.Clear();
                foreach (char c in title)
                {
                    _mails.Append(char.ToLowerInvariant(c));
                }

                return _mails.ToString();
            }
        }
        """,
        state: "System.Text.StringBuilder _mails = new();");

    [Fact]
    public Task Nothing_is_offered_where_the_items_may_have_to_stay() => Declines(Outbox(
        "private readonly List<string> _mails = new();",
        """
        public async Task SendAsync()
        {
            foreach (var mail in [|_mails|])
            {
                if (mail.Length == 0)
                    return;
                await File.WriteAllTextAsync("mail", mail);
            }

            [|_mails|].Clear();
        }
        """));
}
