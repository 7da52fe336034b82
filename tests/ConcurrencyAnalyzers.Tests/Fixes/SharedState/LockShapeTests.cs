using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class LockShapeTests : FixTest<StandIn1001, UnsynchronizedAccessFix>
{
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
                var gate = new Lock();
                // shared: words
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
        var gate = new Lock();
        // shared: sum
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
    public Task Braces_and_indentation_are_those_of_the_file() => Fixes(
        "class C {\n\tstatic int other;\n\t// shared: x\n\tstatic decimal x;\n\tvoid M(bool b) {\n\t\tif (b) {\n\t\t\t[|x|] += 1;\n\t\t}\n\t\tif (b) [|x|] -= 1;\n\t}\n}\n",
        "class C {\n\tstatic int other;\n\tprivate static readonly Lock gate = new();\n\n\t// shared: x\n\tstatic decimal x;\n\tvoid M(bool b) {\n\t\tif (b) {\n\t\t\tlock (gate) {\n\t\t\t\tx += 1;\n\t\t\t}\n\t\t}\n\t\tif (b) lock (gate) { x -= 1; }\n\t}\n}\n");

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

            public void Next()
            {
                if ([|_queue|].Count > 0)
                {
                    var item = [|_queue|].Dequeue(); // this one

                    handle(item);
                    Console.WriteLine(item);
                }

                Console.WriteLine("done");
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
                string item;
                lock (_gate)
                {
                    if (_queue.Count <= 0)
                        return;
                    item = _queue.Dequeue(); // this one
                }

                handle(item);
                await Task.Yield();
            }

            public void Next()
            {
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
                    Console.WriteLine(item);
                }

                Console.WriteLine("done");
            }
        }
        """);

    [Fact]
    public Task A_collection_is_guarded_step_by_step_where_an_await_parts_the_steps() => Fixes(
        """
        class Cache(Func<string, Task<string>> load)
        {
            // shared: _map; harm: Corruption
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

            // shared: _map; harm: Corruption
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
                var gate = new Lock();
                // shared: sum
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
