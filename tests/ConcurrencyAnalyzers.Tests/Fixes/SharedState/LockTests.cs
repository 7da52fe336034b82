using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class LockTests : FixTest<StandIn1001, UnsynchronizedAccessFix>
{
    [Fact]
    public Task All_accesses_of_the_state_come_under_one_new_lock() => Fixes(
        """
        class Log
        {
            private readonly string _name = "log";
            // shared: _lines
            private readonly List<string> _lines = [];

            // Adds one line.
            public void Add(string line)
            {
                // remember it
                [|_lines|].Add(line); // at the end
            }

            public int Count
            {
                get { return [|_lines|].Count; }
            }

            public string Last() => [|_lines|][^1];

            public string[] All => [|_lines|].ToArray();
        }
        """,
        """
        class Log
        {
            private readonly string _name = "log";
            private readonly Lock _gate = new();

            // shared: _lines
            private readonly List<string> _lines = [];

            // Adds one line.
            public void Add(string line)
            {
                // remember it
                lock (_gate)
                {
                    _lines.Add(line); // at the end
                }
            }

            public int Count
            {
                get { lock (_gate) { return _lines.Count; } }
            }

            public string Last()
            {
                lock (_gate)
                {
                    return _lines[^1];
                }
            }

            public string[] All
            {
                get
                {
                    lock (_gate)
                    {
                        return _lines.ToArray();
                    }
                }
            }
        }
        """);

    [Fact]
    public Task A_read_and_the_write_that_depends_on_it_stay_together() => Fixes(
        """
        class Account
        {
            // shared: _balance
            private decimal _balance;

            public void Deposit(decimal amount)
            {
                var now = [|_balance|];
                Thread.Yield();
                [|_balance|] = now + amount;
                Console.WriteLine("done");
            }

            public bool Withdraw(decimal amount)
            {
                if ([|_balance|] < amount)
                {
                    return false;
                }

                [|_balance|] -= amount;
                return true;
            }
        }
        """,
        """
        class Account
        {
            private readonly Lock _gate = new();

            // shared: _balance
            private decimal _balance;

            public void Deposit(decimal amount)
            {
                lock (_gate)
                {
                    var now = _balance;
                    Thread.Yield();
                    _balance = now + amount;
                }
                Console.WriteLine("done");
            }

            public bool Withdraw(decimal amount)
            {
                lock (_gate)
                {
                    if (_balance < amount)
                    {
                        return false;
                    }

                    _balance -= amount;
                }
                return true;
            }
        }
        """);

    [Fact]
    public Task Long_work_is_done_before_the_lock() => Fixes(
        """
        class Primes
        {
            // shared: _total
            private double _total;
            private readonly List<long> _found = [];

            public void Count(int from, int to) => [|_total|] += CountPrimes(from, to);

            public void Both(int n)
            {
                [|_total|] += CountPrimes(0, n);
            }

            private static int CountPrimes(int from, int to)
            {
                int count = 0;
                for (int i = from; i < to; i++)
                    count++;
                return count;
            }
        }
        """,
        """
        class Primes
        {
            private readonly Lock _gate = new();

            // shared: _total
            private double _total;
            private readonly List<long> _found = [];

            public void Count(int from, int to)
            {
                var value = CountPrimes(from, to);
                lock (_gate)
                {
                    _total += value;
                }
            }

            public void Both(int n)
            {
                var value = CountPrimes(0, n);
                lock (_gate)
                {
                    _total += value;
                }
            }

            private static int CountPrimes(int from, int to)
            {
                int count = 0;
                for (int i = from; i < to; i++)
                    count++;
                return count;
            }
        }
        """);

    [Fact]
    public Task An_await_stays_outside() => Fixes(
        """
        class Valuer(Func<string, Task<decimal>> quote)
        {
            // shared: _total
            private decimal _total;

            public async Task AddAsync(string symbol, int quantity)
            {
                [|_total|] += quantity * await quote(symbol);
                await Task.Delay((int)[|_total|]);
            }
        }
        """,
        """
        class Valuer(Func<string, Task<decimal>> quote)
        {
            private readonly Lock _gate = new();

            // shared: _total
            private decimal _total;

            public async Task AddAsync(string symbol, int quantity)
            {
                var value = quantity * await quote(symbol);
                lock (_gate)
                {
                    _total += value;
                }
                decimal total;
                lock (_gate)
                {
                    total = _total;
                }
                await Task.Delay((int)total);
            }
        }
        """);

    [Fact]
    public Task Nothing_is_offered_where_an_await_lies_between_check_and_act() => Declines(
        """
        class Cache(Func<Task<string>> load)
        {
            // shared: _value
            private string? _value;

            public async Task<string> GetAsync()
            {
                if ([|_value|] == null)
                {
                    [|_value|] = await load();
                }

                return [|_value|]!;
            }
        }
        """);

    [Fact]
    public Task Nothing_is_offered_for_part_of_a_state() => Declines(
        """
        class Queue
        {
            // shared: _items; elsewhere: true
            private readonly List<int> _items = [];

            public void Add(int item)
            {
                [|_items|].Add(item);
            }
        }
        """);

    [Fact]
    public Task What_is_declared_in_the_region_lives_on() => Fixes(
        """
        class Stock
        {
            // shared: _parts
            private readonly Dictionary<string, int> _parts = [];

            public string Describe(string name)
            {
                var count = [|_parts|].Count;
                Console.WriteLine(name);
                [|_parts|].TryGetValue(name, out var held);
                return $"{held} of {count}";
            }

            public int? Find(string name)
            {
                if ([|_parts|].TryGetValue(name, out var held))
                {
                    return held;
                }

                return null;
            }
        }
        """,
        """
        class Stock
        {
            private readonly Lock _gate = new();

            // shared: _parts
            private readonly Dictionary<string, int> _parts = [];

            public string Describe(string name)
            {
                int count;
                lock (_gate)
                {
                    count = _parts.Count;
                }
                Console.WriteLine(name);
                int held;
                lock (_gate)
                {
                    _parts.TryGetValue(name, out held);
                }
                return $"{held} of {count}";
            }

            public int? Find(string name)
            {
                lock (_gate)
                {
                    if (_parts.TryGetValue(name, out var held))
                    {
                        return held;
                    }
                }

                return null;
            }
        }
        """);

    [Fact]
    public Task A_captured_local_gets_a_local_gate() => Fixes(
        """
        class Program
        {
            static void Main()
            {
                int a = 1;
                // shared: words
                var words = new List<string>();
                var thread = new Thread(() =>
                {
                    for (int i = 0; i < 10; i++)
                    {
                        [|words|].Add("x");
                    }
                });
                thread.Start();
                [|words|].Add("y");
                thread.Join();
                Console.WriteLine(/*ordered*/words.Count + a);
            }
        }
        """,
        """
        class Program
        {
            static void Main()
            {
                int a = 1;
                // shared: words
                var gate = new Lock();
                var words = new List<string>();
                var thread = new Thread(() =>
                {
                    for (int i = 0; i < 10; i++)
                    {
                        lock (gate)
                        {
                            words.Add("x");
                        }
                    }
                });
                thread.Start();
                lock (gate)
                {
                    words.Add("y");
                }
                thread.Join();
                Console.WriteLine(/*ordered*/words.Count + a);
            }
        }
        """);

    [Fact]
    public Task Top_level_statements_and_expression_lambdas() => Fixes(
        """
        // shared: sum
        double sum = 0;
        Parallel.For(0, 1000, i => [|sum|] += i);
        var tasks = Enumerable.Range(0, 4).Select(n => Task.Run(() => [|sum|] += Math.Sqrt(n))).ToArray();
        Task.WaitAll(tasks);
        Console.WriteLine(/*ordered*/sum);
        """,
        """
        // shared: sum
        var gate = new Lock();
        double sum = 0;
        Parallel.For(0, 1000, i =>
        {
            lock (gate)
            {
                sum += i;
            }
        });
        var tasks = Enumerable.Range(0, 4).Select(n => Task.Run(() =>
        {
            lock (gate)
            {
                return sum += Math.Sqrt(n);
            }
        })).ToArray();
        Task.WaitAll(tasks);
        Console.WriteLine(/*ordered*/sum);
        """);

    [Fact]
    public Task A_loop_over_the_state_goes_over_a_copy_when_it_calls_out() => Fixes(
        """
        class Bus
        {
            // shared: _handlers
            private readonly List<Action> _handlers = [];

            public void Subscribe(Action handler) => [|_handlers|].Add(handler);

            public void Publish()
            {
                foreach (var handler in [|_handlers|])
                {
                    handler();
                }
            }

            public int Sum()
            {
                int sum = 0;
                foreach (var handler in [|_handlers|])
                {
                    sum += handler.Method.Name.Length;
                }
                return sum;
            }
        }
        """,
        """
        class Bus
        {
            private readonly Lock _gate = new();

            // shared: _handlers
            private readonly List<Action> _handlers = [];

            public void Subscribe(Action handler)
            {
                lock (_gate)
                {
                    _handlers.Add(handler);
                }
            }

            public void Publish()
            {
                Action[] snapshot;
                lock (_gate)
                {
                    snapshot = _handlers.ToArray();
                }
                foreach (var handler in snapshot)
                {
                    handler();
                }
            }

            public int Sum()
            {
                int sum = 0;
                lock (_gate)
                {
                    foreach (var handler in _handlers)
                    {
                        sum += handler.Method.Name.Length;
                    }
                }
                return sum;
            }
        }
        """);

    [Fact]
    public Task A_loop_whose_head_looks_at_the_state() => Fixes(
        """
        class Work
        {
            // shared: _jobs
            private readonly Queue<Action> _jobs = new();

            public void Drain()
            {
                while ([|_jobs|].Count > 0)
                {
                    var job = [|_jobs|].Dequeue();
                    job();
                }
            }

            public void DrainToo()
            {
                while ([|_jobs|].TryDequeue(out var job))
                {
                    job();
                }
            }

            public int Trim(int keep)
            {
                int removed = 0;
                while ([|_jobs|].Count > keep)
                {
                    [|_jobs|].Dequeue();
                    removed++;
                }
                return removed;
            }
        }
        """,
        """
        class Work
        {
            private readonly Lock _gate = new();

            // shared: _jobs
            private readonly Queue<Action> _jobs = new();

            public void Drain()
            {
                while (true)
                {
                    Action job;
                    lock (_gate)
                    {
                        if (_jobs.Count <= 0)
                            break;
                        job = _jobs.Dequeue();
                    }
                    job();
                }
            }

            public void DrainToo()
            {
                while (true)
                {
                    Action? job;
                    lock (_gate)
                    {
                        if (!_jobs.TryDequeue(out job))
                            break;
                    }
                    job();
                }
            }

            public int Trim(int keep)
            {
                int removed = 0;
                lock (_gate)
                {
                    while (_jobs.Count > keep)
                    {
                        _jobs.Dequeue();
                        removed++;
                    }
                }
                return removed;
            }
        }
        """);

    [Fact]
    public Task A_loop_that_waits_for_another_thread_lets_go_of_the_lock() => Fixes(
        """
        class Signal
        {
            // shared: _done
            private bool _done;

            public void Set() => [|_done|] = true;

            public void Wait()
            {
                while (![|_done|])
                    Thread.Sleep(1);
            }
        }
        """,
        """
        class Signal
        {
            private readonly Lock _gate = new();

            // shared: _done
            private bool _done;

            public void Set()
            {
                lock (_gate)
                {
                    _done = true;
                }
            }

            public void Wait()
            {
                while (true)
                {
                    lock (_gate)
                    {
                        if (_done)
                            break;
                    }
                    Thread.Sleep(1);
                }
            }
        }
        """);

    [Fact]
    public Task Two_states_of_a_type_share_one_gate() => Fixes(
        """
        class Average
        {
            // shared: _sum
            private decimal _sum;
            // shared: _count
            private int _count;

            public decimal Value => [|_count|] == 0 ? 0 : [|_sum|] / [|_count|];

            public void Add(decimal value)
            {
                [|_sum|] += value;
                [|_count|]++;
            }
        }
        """,
        """
        class Average
        {
            // shared: _sum
            private decimal _sum;
            private readonly Lock _gate = new();

            // shared: _count
            private int _count;

            public decimal Value
            {
                get
                {
                    lock (_gate)
                    {
                        return _count == 0 ? 0 : _sum / _count;
                    }
                }
            }

            public void Add(decimal value)
            {
                lock (_gate)
                {
                    _sum += value;
                    _count++;
                }
            }
        }
        """);

    [Fact]
    public Task Braces_and_indentation_are_those_of_the_file() => Fixes(
        "class C {\n\tstatic int other;\n\t// shared: x\n\tstatic decimal x;\n\tvoid M(bool b) {\n\t\tif (b) {\n\t\t\t[|x|] += 1;\n\t\t}\n\t\tif (b) [|x|] -= 1;\n\t}\n}\n",
        "class C {\n\tstatic int other;\n\tprivate static readonly Lock gate = new();\n\n\t// shared: x\n\tstatic decimal x;\n\tvoid M(bool b) {\n\t\tif (b) {\n\t\t\tlock (gate) {\n\t\t\t\tx += 1;\n\t\t\t}\n\t\t}\n\t\tif (b) lock (gate) { x -= 1; }\n\t}\n}\n");

    [Fact]
    public Task All_targets_get_the_same_text_and_a_lock_that_all_have()
    {
        var test = Test(
            """
            class C
            {
                // shared: _x
                private decimal _x;

                public void Add()
                {
                    [|_x|] += 1;
                }
            }
            """,
            """
            class C
            {
                private readonly object _gate = new();

                // shared: _x
                private decimal _x;

                public void Add()
                {
                    lock (_gate)
                    {
                        _x += 1;
                    }
                }
            }
            """);
        test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        return test.RunAsync();
    }

    [Fact]
    public Task Text_in_raw_and_verbatim_strings_does_not_move() => Fixes(
        """"
        class C
        {
            // shared: _text
            private readonly List<string> _text = [];

            public void Add()
            {
                [|_text|].Add("""
                    one
                    two
                    """);
                [|_text|].Add(@"one
        two");
            }
        }
        """",
        """"
        class C
        {
            private readonly Lock _gate = new();

            // shared: _text
            private readonly List<string> _text = [];

            public void Add()
            {
                lock (_gate)
                {
                    _text.Add("""
                    one
                    two
                    """);
                    _text.Add(@"one
        two");
                }
            }
        }
        """");

    [Fact]
    public Task A_lone_statement_gets_braces() => Fixes(
        """
        class C(Func<int, Task<int>> load)
        {
            // shared: _all
            private readonly List<int> _all = [];

            public async Task Add(int n)
            {
                if (n > 1)
                    [|_all|].Add(n); // many
                else
                    [|_all|].Add(await load(n));

                for (int i = 0; i < n; i++)
                    await load([|_all|][i]);
            }
        }
        """,
        """
        class C(Func<int, Task<int>> load)
        {
            private readonly Lock _gate = new();

            // shared: _all
            private readonly List<int> _all = [];

            public async Task Add(int n)
            {
                if (n > 1)
                {
                    lock (_gate)
                    {
                        _all.Add(n); // many
                    }
                }
                else
                {
                    var item = await load(n);
                    lock (_gate)
                    {
                        _all.Add(item);
                    }
                }

                for (int i = 0; i < n; i++)
                {
                    int value;
                    lock (_gate)
                    {
                        value = _all[i];
                    }
                    await load(value);
                }
            }
        }
        """);

    [Fact]
    public Task A_lock_that_other_uses_take_is_taken_here_too() => Fixes(
        """
        class Account
        {
            private readonly object _sync = new();
            // shared: _balance; remedies: interlocked,lock
            private long _balance;

            public void Deposit(long amount)
            {
                lock (_sync)
                {
                    _balance += amount;
                }
            }

            public void Withdraw(long amount)
            {
                [|_balance|] -= amount;
            }
        }
        """,
        """
        class Account
        {
            private readonly object _sync = new();
            // shared: _balance; remedies: interlocked,lock
            private long _balance;

            public void Deposit(long amount)
            {
                lock (_sync)
                {
                    _balance += amount;
                }
            }

            public void Withdraw(long amount)
            {
                lock (_sync)
                {
                    _balance -= amount;
                }
            }
        }
        """);

    [Fact]
    public Task Work_on_what_was_taken_is_done_without_the_lock() => Fixes(
        """
        class Consumer(Action<string> handle)
        {
            // shared: _queue
            private readonly Queue<string> _queue = new();

            public void Drain()
            {
                while ([|_queue|].Count > 0)
                {
                    handle([|_queue|].Dequeue());
                }
            }

            public async Task One()
            {
                // take one
                if ([|_queue|].Count > 0)
                {
                    var item = [|_queue|].Dequeue(); // this one

                    handle(item);
                    await Task.Yield();
                }
            }
        }
        """,
        """
        class Consumer(Action<string> handle)
        {
            private readonly Lock _gate = new();

            // shared: _queue
            private readonly Queue<string> _queue = new();

            public void Drain()
            {
                while (true)
                {
                    string item;
                    lock (_gate)
                    {
                        if (_queue.Count <= 0)
                            break;
                        item = _queue.Dequeue();
                    }
                    handle(item);
                }
            }

            public async Task One()
            {
                // take one
                bool condition;
                string item = default!;
                lock (_gate)
                {
                    condition = _queue.Count > 0;
                    if (condition)
                    {
                        item = _queue.Dequeue(); // this one
                    }
                }
                if (condition)
                {
                    handle(item);
                    await Task.Yield();
                }
            }
        }
        """);

    [Fact]
    public Task A_collection_is_guarded_step_by_step_where_an_await_parts_the_steps() => Fixes(
        """
        class Cache(Func<string, Task<string>> load)
        {
            // shared: _map; harm: H1
            private readonly Dictionary<string, string> _map = new();

            public async Task<string> GetAsync(string key)
            {
                if ([|_map|].TryGetValue(key, out var hit))
                    return hit;
                var value = await load(key);
                [|_map|][key] = value;
                return value;
            }
        }
        """,
        """
        class Cache(Func<string, Task<string>> load)
        {
            private readonly Lock _gate = new();

            // shared: _map; harm: H1
            private readonly Dictionary<string, string> _map = new();

            public async Task<string> GetAsync(string key)
            {
                lock (_gate)
                {
                    if (_map.TryGetValue(key, out var hit))
                        return hit;
                }
                var value = await load(key);
                lock (_gate)
                {
                    _map[key] = value;
                }
                return value;
            }
        }
        """);

    [Fact]
    public Task Captured_locals_share_one_gate() => Fixes(
        """
        class Rows
        {
            public double Sum(double[] rows)
            {
                // shared: sum
                double sum = 0;
                // shared: log
                string log = "";
                // shared: done; remedies: interlocked,lock
                int done = 0;
                Parallel.For(0, rows.Length, i =>
                {
                    [|sum|] += rows[i];
                    [|done|]++;
                    [|log|] += i + ";";
                });
                return /*ordered*/sum + /*ordered*/log.Length + /*ordered*/done;
            }
        }
        """,
        """
        class Rows
        {
            public double Sum(double[] rows)
            {
                // shared: sum
                var gate = new Lock();
                double sum = 0;
                // shared: log
                string log = "";
                // shared: done; remedies: interlocked,lock
                int done = 0;
                Parallel.For(0, rows.Length, i =>
                {
                    lock (gate)
                    {
                        sum += rows[i];
                        done++;
                        log += i + ";";
                    }
                });
                return /*ordered*/sum + /*ordered*/log.Length + /*ordered*/done;
            }
        }
        """);

    [Fact]
    public Task Nothing_is_offered_across_a_preprocessor_condition() => Declines(
        """
        class C
        {
            // shared: _x
            private decimal _x;

            public void Add(decimal y)
            {
                var now = [|_x|];
        #if DEBUG
                Console.WriteLine(now);
        #endif
                [|_x|] = now + y;
            }
        }
        """);
}
