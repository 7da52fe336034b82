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
    public Task An_await_between_check_and_act_calls_for_a_semaphore() => Fixes(
        """
        class Cache(Func<Task<string>> load)
        {
            // shared: _value
            private string? _value;

            public async Task<string> GetAsync()
            {
                if ([|_value|] == null)
                {
                    [|_value|] = await load().ConfigureAwait(false);
                }

                return "";
            }
        }
        """,
        """
        class Cache(Func<Task<string>> load)
        {
            private readonly SemaphoreSlim _gate = new(1, 1);

            // shared: _value
            private string? _value;

            public async Task<string> GetAsync()
            {
                await _gate.WaitAsync().ConfigureAwait(false);
                try
                {
                    if (_value == null)
                    {
                        _value = await load().ConfigureAwait(false);
                    }
                }
                finally
                {
                    _gate.Release();
                }

                return "";
            }
        }
        """);

    [Fact]
    public Task Nothing_is_held_while_another_flow_is_waited_for() => Declines(
        """
        class Cache(Task<string> loading)
        {
            // shared: _value
            private string? _value;

            public async Task<string> GetAsync()
            {
                if ([|_value|] == null)
                {
                    [|_value|] = await loading;
                }

                return "";
            }
        }
        """);

    [Fact]
    public Task A_property_does_not_wait_for_what_is_held_across_an_await() => Declines(
        """
        class Cache(Func<Task<string>> load)
        {
            // shared: _value
            private string? _value;

            public bool IsLoaded => [|_value|] != null;

            public async Task<string> GetAsync()
            {
                if ([|_value|] == null)
                {
                    [|_value|] = await load();
                }

                return "";
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
    public Task What_is_declared_in_the_region_lives_on()
    {
        var test = Test(
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
        test.CodeActionEquivalenceKey = "CONC1001.lock";
        return test.RunAsync();
    }

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
}
