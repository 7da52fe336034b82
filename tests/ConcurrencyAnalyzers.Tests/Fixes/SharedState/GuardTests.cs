using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class GuardTests : FixTest<StandIn1002, InconsistentLockFix>
{
    [Fact]
    public Task The_lock_that_guards_the_state_is_taken() => Fixes(
        """
        class MemoryCache
        {
            private readonly Lock _sync = new();
            // shared: _entries; guard: _sync
            private readonly Dictionary<string, string> _entries = [];

            public string GetOrCreate(string key, Func<string, string> factory)
            {
                if ([|_entries|].TryGetValue(key, out var hit))
                {
                    return hit;
                }

                var created = factory(key);
                lock (_sync)
                {
                    return _entries.TryAdd(key, created) ? created : _entries[key];
                }
            }
        }
        """,
        """
        class MemoryCache
        {
            private readonly Lock _sync = new();
            // shared: _entries; guard: _sync
            private readonly Dictionary<string, string> _entries = [];

            public string GetOrCreate(string key, Func<string, string> factory)
            {
                lock (_sync)
                {
                    if (_entries.TryGetValue(key, out var hit))
                    {
                        return hit;
                    }
                }

                var created = factory(key);
                lock (_sync)
                {
                    return _entries.TryAdd(key, created) ? created : _entries[key];
                }
            }
        }
        """);

    [Fact]
    public Task A_lock_of_the_base_class_is_taken_too() => Fixes(
        """
        abstract class Pool
        {
            protected readonly object Gate = new();
            // shared: Idle; guard: Gate
            protected readonly Stack<string> Idle = new();

            public void Return(string connection)
            {
                lock (Gate)
                    Idle.Push(connection);
            }
        }

        class TrimmingPool : Pool
        {
            public int Trim(int keep)
            {
                int removed = 0;
                while ([|Idle|].Count > keep)
                {
                    [|Idle|].Pop();
                    removed++;
                }
                return removed;
            }
        }
        """,
        """
        abstract class Pool
        {
            protected readonly object Gate = new();
            // shared: Idle; guard: Gate
            protected readonly Stack<string> Idle = new();

            public void Return(string connection)
            {
                lock (Gate)
                    Idle.Push(connection);
            }
        }

        class TrimmingPool : Pool
        {
            public int Trim(int keep)
            {
                int removed = 0;
                lock (Gate)
                {
                    while (Idle.Count > keep)
                    {
                        Idle.Pop();
                        removed++;
                    }
                }
                return removed;
            }
        }
        """);

    [Fact]
    public Task A_wrong_lock_that_guards_nothing_else_is_replaced() => Fixes(
        """
        class Counter
        {
            private readonly object _a = new();
            private readonly object _b = new();
            // shared: _n; guard: _a
            private int _n;

            public void Up() { lock (_a) { _n++; } }

            public void Down()
            {
                lock (_b)
                {
                    [|_n|]--;
                }
            }
        }
        """,
        """
        class Counter
        {
            private readonly object _a = new();
            private readonly object _b = new();
            // shared: _n; guard: _a
            private int _n;

            public void Up() { lock (_a) { _n++; } }

            public void Down()
            {
                lock (_a)
                {
                    _n--;
                }
            }
        }
        """);

    [Fact]
    public Task A_wrong_lock_that_guards_something_else_stays() => Fixes(
        """
        class Counter
        {
            private readonly object _a = new();
            private readonly object _b = new();
            private int _other;
            // shared: _n; guard: _a
            private int _n;

            public void Down()
            {
                lock (_b)
                {
                    [|_n|]--;
                    _other++;
                }
            }
        }
        """,
        """
        class Counter
        {
            private readonly object _a = new();
            private readonly object _b = new();
            private int _other;
            // shared: _n; guard: _a
            private int _n;

            public void Down()
            {
                lock (_b)
                {
                    lock (_a)
                    {
                        _n--;
                    }
                    _other++;
                }
            }
        }
        """);

    [Fact]
    public Task Another_object_is_guarded_by_its_own_lock() => Fixes(
        """
        class Node
        {
            private readonly object _gate = new();
            // shared: _value; guard: _gate
            private int _value;

            public void Add() { lock (_gate) _value++; }

            public void Merge(Node other)
            {
                int mine = [|_value|];
                int theirs = [|other._value|];
                Console.WriteLine(mine + theirs);
            }
        }
        """,
        """
        class Node
        {
            private readonly object _gate = new();
            // shared: _value; guard: _gate
            private int _value;

            public void Add() { lock (_gate) _value++; }

            public void Merge(Node other)
            {
                int mine;
                lock (_gate)
                {
                    mine = _value;
                }
                int theirs;
                lock (other._gate)
                {
                    theirs = other._value;
                }
                Console.WriteLine(mine + theirs);
            }
        }
        """);

    [Fact]
    public Task A_neighbouring_region_on_the_same_lock_takes_the_access_in() => Fixes(
        """
        class Stats
        {
            private readonly object _gate = new();
            private int _sum;
            // shared: _count; guard: _gate
            private int _count;

            public void Add(int n)
            {
                lock (_gate)
                {
                    _sum += n;
                }
                [|_count|]++;
            }
        }
        """,
        """
        class Stats
        {
            private readonly object _gate = new();
            private int _sum;
            // shared: _count; guard: _gate
            private int _count;

            public void Add(int n)
            {
                lock (_gate)
                {
                    _sum += n;
                    _count++;
                }
            }
        }
        """);

    [Fact]
    public Task A_semaphore_is_not_taken_by_a_lock_statement() => Fixes(
        """
        class Slots
        {
            private readonly SemaphoreSlim _sem = new(1);
            // shared: _n; guard: _sem
            private int _n;

            public void Add()
            {
                [|_n|]++;
            }
        }
        """,
        """
        class Slots
        {
            private readonly SemaphoreSlim _sem = new(1);
            // shared: _n; guard: _sem
            private int _n;

            public void Add()
            {
                _sem.Wait();
                try
                {
                    _n++;
                }
                finally
                {
                    _sem.Release();
                }
            }
        }
        """);

    [Fact]
    public Task Other_documents_take_the_lock_for_themselves() => Fixes(
        """
        class Stats
        {
            private readonly object _gate = new();
            // shared: _count; guard: _gate; elsewhere: true
            private int _count;

            public int Count => [|_count|];
        }
        """,
        """
        class Stats
        {
            private readonly object _gate = new();
            // shared: _count; guard: _gate; elsewhere: true
            private int _count;

            public int Count
            {
                get
                {
                    lock (_gate)
                    {
                        return _count;
                    }
                }
            }
        }
        """);
}
