using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>Steps that only mean something together share one region, and what others wrote stays out of it.</summary>
public class LockTogetherTests : FixTest<StandIn1001, UnsynchronizedAccessFix>
{
    private static string Outbox(string field, string members) => $$"""
        // shared: _mails; harm: Corruption
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

    [Fact]
    public Task Foreign_code_runs_behind_the_region_that_lets_one_through() => Fixes(
        """
        // shared: _started
        class Migration
        {
            private bool _started;

            public void Ensure(Action migrate)
            {
                if (![|_started|]) // once
                {
                    [|_started|] = true;

                    migrate();
                    Console.WriteLine("done"); // all of it
                }
            }
        }
        """,
        """
        // shared: _started
        class Migration
        {
            private readonly Lock _gate = new();
            private bool _started;

            public void Ensure(Action migrate)
            {
                lock (_gate)
                {
                    if (_started) // once
                        return;
                    _started = true;
                }

                migrate();
                Console.WriteLine("done"); // all of it
            }
        }
        """);

    [Fact]
    public Task Foreign_code_in_a_sum_is_asked_before() => Fixes(
        """
        // shared: _mean
        class Probe
        {
            private double _mean;

            public void Measure(Func<double> probe) => [|_mean|] = 0.9 * [|_mean|] + 0.1 * probe();

            public void Add(Func<double> probe, Func<double> other)
            {
                [|_mean|] = (probe() + [|_mean|]) / 2 - (float)other();
            }
        }
        """,
        """
        // shared: _mean
        class Probe
        {
            private readonly Lock _gate = new();
            private double _mean;

            public void Measure(Func<double> probe)
            {
                var value = probe();
                lock (_gate)
                {
                    _mean = 0.9 * _mean + 0.1 * value;
                }
            }

            public void Add(Func<double> probe, Func<double> other)
            {
                var value = probe();
                var value2 = other();
                lock (_gate)
                {
                    _mean = (value + _mean) / 2 - (float)value2;
                }
            }
        }
        """);

    [Fact]
    public Task Foreign_code_that_is_given_the_state_has_to_stay_with_it() => Fixes(
        """
        // shared: text
        // shared: steps
        class Pipeline
        {
            public async Task RunAsync(Func<string> fetch, Func<string, string> clean)
            {
                string text = "";
                int steps = 0;
                var first = Task.Run(() => { [|text|] = fetch(); [|steps|]++; });
                var second = Task.Run(() => { [|text|] = clean([|text|]); [|steps|]++; });
                await first;
                await second;
                Console.WriteLine(/*ordered*/text + /*ordered*/steps);
            }
        }
        """,
        """
        // shared: text
        // shared: steps
        class Pipeline
        {
            public async Task RunAsync(Func<string> fetch, Func<string, string> clean)
            {
                var gate = new Lock();
                string text = "";
                int steps = 0;
                var first = Task.Run(() => { var value = fetch(); lock (gate) { text = value; steps++; } });
                var second = Task.Run(() => { lock (gate) { text = clean(text); steps++; } });
                await first;
                await second;
                Console.WriteLine(/*ordered*/text + /*ordered*/steps);
            }
        }
        """);

    [Fact]
    public Task A_region_inside_a_new_one_on_the_same_lock_is_taken_out() => Fixes(
        """
        // shared: _best; guard: _gate
        class Chess
        {
            private readonly object _gate = new();
            private int _best;
            private string _move = "";

            public void Try(string move, int score)
            {
                if (score > [|_best|])
                {
                    [|_best|] = score;
                    lock (_gate)
                    {
                        _move = move; // the new one
                        Console.WriteLine(_best);
                    }
                }
            }
        }
        """,
        """
        // shared: _best; guard: _gate
        class Chess
        {
            private readonly object _gate = new();
            private int _best;
            private string _move = "";

            public void Try(string move, int score)
            {
                lock (_gate)
                {
                    if (score > _best)
                    {
                        _best = score;
                        _move = move; // the new one
                        Console.WriteLine(_best);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task A_count_that_the_lock_covers_elsewhere_goes_in() => Guards(
        """
        private int _sent;

        public string Status => $"{[|_mails|].Count} of {_sent}";

        public void Send(string mail)
        {
            [|_mails|].Add(mail);
            _sent++; // also those that fail
        }
        """,
        """
        private int _sent;

        public string Status
        {
            get
            {
                lock (_gate)
                {
                    return $"{_mails.Count} of {_sent}";
                }
            }
        }

        public void Send(string mail)
        {
            lock (_gate)
            {
                _mails.Add(mail);
                _sent++; // also those that fail
            }
        }
        """);
}
