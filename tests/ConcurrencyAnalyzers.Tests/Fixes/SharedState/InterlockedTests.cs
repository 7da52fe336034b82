using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class InterlockedTests : FixTest<StandIn1003, NonAtomicUpdateFix>
{
    [Fact]
    public Task Increment_whose_value_nobody_uses() => Fixes(
        """
        class Counter
        {
            // shared: _count; remedies: interlocked,lock
            private int _count;

            public void Add() => [|_count|]++;

            public void AddTwo()
            {
                [|_count|]++; // one
                ++[|_count|]; // two
                [|_count|]--;
                --[|_count|];
            }
        }
        """,
        """
        class Counter
        {
            // shared: _count; remedies: interlocked,lock
            private int _count;

            public void Add() => Interlocked.Increment(ref _count);

            public void AddTwo()
            {
                Interlocked.Increment(ref _count); // one
                Interlocked.Increment(ref _count); // two
                Interlocked.Decrement(ref _count);
                Interlocked.Decrement(ref _count);
            }
        }
        """);

    [Fact]
    public Task The_value_of_an_increment_stays_what_it_was() => Fixes(
        """
        class Ids
        {
            // shared: s_last; remedies: interlocked,lock
            private static long s_last;

            public static long Next() => ++[|s_last|];
            public static long Old() => [|s_last|]++;
            public static long Twice() => [|s_last|]-- * 2;
        }
        """,
        """
        class Ids
        {
            // shared: s_last; remedies: interlocked,lock
            private static long s_last;

            public static long Next() => Interlocked.Increment(ref s_last);
            public static long Old() => Interlocked.Increment(ref s_last) - 1;
            public static long Twice() => (Interlocked.Decrement(ref s_last) + 1) * 2;
        }
        """);

    [Fact]
    public Task Sums_differences_and_bits() => Fixes(
        """
        class Sum
        {
            // shared: _sum; remedies: interlocked,lock
            private int _sum;

            public void All(int a, int b)
            {
                [|_sum|] += a;
                [|_sum|] -= a;
                [|_sum|] -= a + b;
                [|_sum|] = [|_sum|] + b;
                [|_sum|] = b + [|_sum|];
                [|_sum|] = [|_sum|] - 5;
                [|_sum|] |= a;
                [|_sum|] &= ~b;
                [|_sum|] = 0;
                int now = [|_sum|];
                int after = [|_sum|] += 2;
            }
        }
        """,
        """
        class Sum
        {
            // shared: _sum; remedies: interlocked,lock
            private int _sum;

            public void All(int a, int b)
            {
                Interlocked.Add(ref _sum, a);
                Interlocked.Add(ref _sum, -a);
                Interlocked.Add(ref _sum, -(a + b));
                Interlocked.Add(ref _sum, b);
                Interlocked.Add(ref _sum, b);
                Interlocked.Add(ref _sum, -5);
                Interlocked.Or(ref _sum, a);
                Interlocked.And(ref _sum, ~b);
                Volatile.Write(ref _sum, 0);
                int now = Volatile.Read(ref _sum);
                int after = Interlocked.Add(ref _sum, 2);
            }
        }
        """);

    [Fact]
    public Task Other_operators_try_until_nobody_was_faster() => Fixes(
        """
        class High
        {
            // shared: _max; remedies: interlocked,lock
            private int _max;

            public void See(int value)
            {
                [|_max|] = Math.Max([|_max|], value);
                [|_max|] *= 2;
            }
        }
        """,
        """
        class High
        {
            // shared: _max; remedies: interlocked,lock
            private int _max;

            public void See(int value)
            {
                int seen;
                do
                {
                    seen = Volatile.Read(ref _max);
                }
                while (Interlocked.CompareExchange(ref _max, Math.Max(seen, value), seen) != seen);
                int seen2;
                do
                {
                    seen2 = Volatile.Read(ref _max);
                }
                while (Interlocked.CompareExchange(ref _max, seen2 * 2, seen2) != seen2);
            }
        }
        """);

    [Fact]
    public Task Flags_become_volatile_reads_and_writes() => Fixes(
        """
        class Worker
        {
            // shared: _stop; remedies: interlocked,lock
            private bool _stop;

            public void Run()
            {
                while (![|_stop|])
                    Thread.Sleep(1);
            }

            public void Stop() => [|_stop|] = true;
        }
        """,
        """
        class Worker
        {
            // shared: _stop; remedies: interlocked,lock
            private bool _stop;

            public void Run()
            {
                while (!Volatile.Read(ref _stop))
                    Thread.Sleep(1);
            }

            public void Stop() => Volatile.Write(ref _stop, true);
        }
        """);

    [Fact]
    public Task A_captured_local_in_a_task() => Fixes(
        """
        // shared: hits; remedies: interlocked,lock
        int hits = 0;
        var tasks = new List<Task>();
        for (int i = 0; i < 10; i++)
            tasks.Add(Task.Run(() => [|hits|]++));
        await Task.WhenAll(tasks);
        Console.WriteLine(/*ordered*/hits);
        """,
        """
        // shared: hits; remedies: interlocked,lock
        int hits = 0;
        var tasks = new List<Task>();
        for (int i = 0; i < 10; i++)
            tasks.Add(Task.Run(() => Interlocked.Increment(ref hits)));
        await Task.WhenAll(tasks);
        Console.WriteLine(/*ordered*/hits);
        """);

    [Fact]
    public Task Slots_of_an_array() => Fixes(
        """
        class Histogram
        {
            // shared: _slots; remedies: interlocked,lock
            private readonly int[] _slots = new int[10];

            public void Add(int i) => [|_slots|][i]++;
        }
        """,
        """
        class Histogram
        {
            // shared: _slots; remedies: interlocked,lock
            private readonly int[] _slots = new int[10];

            public void Add(int i) => Interlocked.Increment(ref _slots[i]);
        }
        """);

    [Fact]
    public Task A_type_without_atomic_operations_gets_the_lock() => Fixes(
        """
        class Sum
        {
            // shared: _sum; remedies: interlocked,lock
            private decimal _sum;

            public void Add(decimal value)
            {
                [|_sum|] += value;
            }
        }
        """,
        """
        class Sum
        {
            private readonly Lock _gate = new();

            // shared: _sum; remedies: interlocked,lock
            private decimal _sum;

            public void Add(decimal value)
            {
                lock (_gate)
                {
                    _sum += value;
                }
            }
        }
        """);

    [Fact]
    public Task Checked_arithmetic_gets_the_lock() => Fixes(
        """
        class Sum
        {
            private static readonly Lock s_gate = new();
            // shared: s_sum; remedies: interlocked,lock
            private static int s_sum;

            public static void Add(int value)
            {
                checked { [|s_sum|] += value; }
            }

            public static int Get() { lock (s_gate) return s_sum; }
        }
        """,
        """
        class Sum
        {
            private static readonly Lock s_gate = new();
            // shared: s_sum; remedies: interlocked,lock
            private static int s_sum;

            public static void Add(int value)
            {
                checked { lock (s_gate) { s_sum += value; } }
            }

            public static int Get() { lock (s_gate) return s_sum; }
        }
        """);

    [Fact]
    public Task The_lock_is_the_second_action()
    {
        var test = Test(
            """
            class Counter
            {
                // shared: _count; remedies: interlocked,lock
                private int _count;

                public void Add()
                {
                    [|_count|]++;
                }
            }
            """,
            """
            class Counter
            {
                private readonly Lock _gate = new();

                // shared: _count; remedies: interlocked,lock
                private int _count;

                public void Add()
                {
                    lock (_gate)
                    {
                        _count++;
                    }
                }
            }
            """);
        test.CodeActionEquivalenceKey = "CONC1003.lock";
        test.CodeActionTitle = "Guard it with a lock";
        return test.RunAsync();
    }

    [Fact]
    public Task Only_what_all_targets_have_is_used()
    {
        var test = Test(
            """
            class Flags
            {
                // shared: _flags; remedies: interlocked,lock
                private int _flags;

                public void Set(int bit)
                {
                    [|_flags|] |= bit;
                }
            }
            """,
            """
            class Flags
            {
                // shared: _flags; remedies: interlocked,lock
                private int _flags;

                public void Set(int bit)
                {
                    int seen;
                    do
                    {
                        seen = Volatile.Read(ref _flags);
                    }
                    while (Interlocked.CompareExchange(ref _flags, seen | bit, seen) != seen);
                }
            }
            """);
        test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        return test.RunAsync();
    }

    [Fact]
    public Task A_counter_beside_what_only_a_lock_can_guard_goes_under_that_lock() => Fixes(
        """
        class Average
        {
            // shared: _sum
            private decimal _sum;
            // shared: _count; remedies: interlocked,lock
            private int _count;

            public void Add(decimal value)
            {
                [|_count|]++;
                [|_sum|] += value;
            }
        }
        """,
        """
        class Average
        {
            // shared: _sum
            private decimal _sum;
            private readonly Lock _gate = new();

            // shared: _count; remedies: interlocked,lock
            private int _count;

            public void Add(decimal value)
            {
                lock (_gate)
                {
                    _count++;
                    _sum += value;
                }
            }
        }
        """);

    [Fact]
    public Task A_lock_on_the_wrong_object_shows_what_was_meant() => Fixes(
        """
        class Counter
        {
            // shared: _entered; remedies: interlocked,lock; guard: _gate
            private int _entered;
            private readonly object _gate = new();

            public void Register(int people)
            {
                lock (new object())
                {
                    [|_entered|] += people;
                }
            }
        }
        """,
        """
        class Counter
        {
            // shared: _entered; remedies: interlocked,lock; guard: _gate
            private int _entered;
            private readonly object _gate = new();

            public void Register(int people)
            {
                lock (_gate)
                {
                    _entered += people;
                }
            }
        }
        """);

    [Fact]
    public Task No_lock_is_offered_beside_atomic_operations()
    {
        const string Source = """
            class Sum
            {
                // shared: _sum; remedies: interlocked,lock
                private int _sum;

                public void Add(int value) => Interlocked.Add(ref _sum, value);

                public void Lower(int value)
                {
                    checked
                    {
                        [|_sum|] -= value;
                    }
                }
            }
            """;
        return Declines(Source);
    }
}
