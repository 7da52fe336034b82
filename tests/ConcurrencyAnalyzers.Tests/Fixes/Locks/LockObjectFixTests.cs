namespace ConcurrencyAnalyzers.Tests.Fixes.Locks;

public class LockObjectFixTests
{
    private static Task Fixes(string source, string fixedSource, bool multiTarget = false) => Verify.FixAsync(source, fixedSource, id: "CONC2001", multiTarget: multiTarget);

    [Fact]
    public Task This_is_replaced_in_all_members_of_the_type() => Fixes(
        """
        class Registry
        {
            private int _next;

            public int Take()
            {
                lock ([|this|]) // seats
                {
                    return _next++;
                }
            }

            public void Reset() { lock ([|this|]) _next = 0; }
        }
        """,
        """
        class Registry
        {
            private readonly Lock _gate = new();
            private int _next;

            public int Take()
            {
                lock (_gate) // seats
                {
                    return _next++;
                }
            }

            public void Reset() { lock (_gate) _next = 0; }
        }
        """);

    [Fact]
    public Task A_static_member_locks_a_static_object() => Fixes(
        """
        static class Registry
        {
            private static int s_next;

            public static int Take()
            {
                lock ([|typeof(Registry)|])
                {
                    return s_next++;
                }
            }
        }
        """,
        """
        static class Registry
        {
            private static readonly Lock s_gate = new();
            private static int s_next;

            public static int Take()
            {
                lock (s_gate)
                {
                    return s_next++;
                }
            }
        }
        """);

    [Fact]
    public Task A_new_object_a_call_becomes_one_for_the_instance() => Fixes(
        """
        class Counter
        {
            private int _entered;

            public void Register(int people)
            {
                lock ([|new object()|])
                {
                    _entered += people;
                }
            }

            public void Leave(int people)
            {
                var sync = new object();
                lock ([|sync|])
                {
                    _entered -= people;
                }
            }
        }
        """,
        """
        class Counter
        {
            private readonly Lock _gate = new();
            private int _entered;

            public void Register(int people)
            {
                lock (_gate)
                {
                    _entered += people;
                }
            }

            public void Leave(int people)
            {
                lock (_gate)
                {
                    _entered -= people;
                }
            }
        }
        """);

    [Fact]
    public Task A_string_is_one_object_everywhere() => Fixes(
        """
        class Counter
        {
            private int _entered;

            public void Register()
            {
                lock ([|"counter"|])
                    _entered++;
            }
        }
        """,
        """
        class Counter
        {
            private static readonly Lock s_gate = new();
            private int _entered;

            public void Register()
            {
                lock (s_gate)
                    _entered++;
            }
        }
        """);

    [Fact]
    public Task Monitor_needs_a_plain_object() => Fixes(
        """
        class Box
        {
            private object? _value;

            public void Put(object value)
            {
                lock ([|this|])
                {
                    _value = value;
                    Monitor.PulseAll(this);
                }
            }

            public object Take()
            {
                Monitor.Enter([|this|]);
                try
                {
                    while (_value is null)
                        Monitor.Wait(this);
                    return _value;
                }
                finally
                {
                    Monitor.Exit(this);
                }
            }
        }
        """,
        """
        class Box
        {
            private readonly object _gate = new();
            private object? _value;

            public void Put(object value)
            {
                lock (_gate)
                {
                    _value = value;
                    Monitor.PulseAll(_gate);
                }
            }

            public object Take()
            {
                Monitor.Enter(_gate);
                try
                {
                    while (_value is null)
                        Monitor.Wait(_gate);
                    return _value;
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }
        }
        """);

    [Fact]
    public Task All_targets_get_the_lock_that_all_have() => Fixes(
        """
        class Registry
        {
            public int Next { get; private set; }

            public void Take() { lock ([|this|]) { Next++; } }
        }
        """,
        """
        class Registry
        {
            private readonly object _gate = new();

            public int Next { get; private set; }

            public void Take() { lock (_gate) { Next++; } }
        }
        """,
        multiTarget: true);

    [Fact]
    public Task A_public_lock_and_a_boxed_value_give_way_to_a_private_object() => Fixes(
        """
        public class Registry
        {
            public readonly object Sync = new();
            private int _next;

            public void Take() { lock ([|Sync|]) { _next++; } }
        }

        public class Boxed
        {
            private readonly int _id = 1;
            private int _next;

            public void Take() { lock ([|(object)_id|]) { _next++; } }
        }
        """,
        """
        public class Registry
        {
            private readonly Lock _gate = new();
            public readonly object Sync = new();
            private int _next;

            public void Take() { lock (_gate) { _next++; } }
        }

        public class Boxed
        {
            private readonly Lock _gate = new();
            private readonly int _id = 1;
            private int _next;

            public void Take() { lock (_gate) { _next++; } }
        }
        """);

    [Fact]
    public Task Nothing_is_offered_where_others_lock_the_same_object() => Verify.FixAsync(
        """
        class Registry
        {
            public int Next;

            public void Take() { lock ([|this|]) { Next++; } }
        }

        class User(Registry registry)
        {
            private readonly Registry _registry = registry;

            public void Take() { lock (_registry) { _registry.Next++; } }
        }
        """,
        """
        class Registry
        {
            public int Next;

            public void Take() { lock ({|CONC2001:this|}) { Next++; } }
        }

        class User(Registry registry)
        {
            private readonly Registry _registry = registry;

            public void Take() { lock (_registry) { _registry.Next++; } }
        }
        """,
        id: "CONC2001");

    [Fact]
    public Task A_field_that_was_only_locked_goes_and_one_with_another_use_or_a_comment_stays() => Fixes(
        """
        class Doorbell
        {
            private readonly string _key = "doorbell";
            private int _rings;

            public void Ring() { lock ([|_key|]) _rings++; }
        }

        class Gong
        {
            private int _beats;
            private readonly string _key = "gong";
            private readonly string _tune = "low";

            public string Key => _key;

            public void Beat() { lock ([|_key|]) _beats++; lock ([|_tune|]) _beats--; }
        }

        class Horn
        {
            // Known to all.
            public string Key = "horn";
            private int _blows;

            public void Blow() { lock ([|Key|]) _blows++; }
        }
        """,
        """
        class Doorbell
        {
            private readonly Lock _gate = new();
            private int _rings;

            public void Ring() { lock (_gate) _rings++; }
        }

        class Gong
        {
            private readonly Lock _gate = new();
            private int _beats;
            private readonly string _key = "gong";

            public string Key => _key;

            public void Beat() { lock (_gate) _beats++; lock (_gate) _beats--; }
        }

        class Horn
        {
            private readonly Lock _gate = new();

            // Known to all.
            public string Key = "horn";
            private int _blows;

            public void Blow() { lock (_gate) _blows++; }
        }
        """);

    [Fact]
    public Task Contracts_name_the_new_lock() => Fixes(
        """
        using ConcurrencyAnalyzers;

        class Forecast
        {
            [GuardedBy("this")] private int _fog;
            [GuardedBy("this")] private int _rain;

            public void Reset()
            {
                lock ([|this|])
                {
                    _fog = 0;
                    Dry();
                }
            }

            [RequiresLock("this")]
            private void Dry() => _rain = 0;
        }
        """,
        """
        using ConcurrencyAnalyzers;

        class Forecast
        {
            private readonly Lock _gate = new();
            [GuardedBy(nameof(_gate))] private int _fog;
            [GuardedBy(nameof(_gate))] private int _rain;

            public void Reset()
            {
                lock (_gate)
                {
                    _fog = 0;
                    Dry();
                }
            }

            [RequiresLock(nameof(_gate))]
            private void Dry() => _rain = 0;
        }
        """);

    [Fact]
    public Task Nothing_is_offered_where_a_derived_type_has_a_contract_on_the_lock() => Verify.FixAsync(
        """
        using ConcurrencyAnalyzers;

        class Forecast
        {
            protected int Fog;

            public void Reset()
            {
                lock ([|this|])
                    Dry();
            }

            [RequiresLock("this")]
            protected virtual void Dry() => Fog = 0;
        }

        class Drought : Forecast
        {
            [RequiresLock("this")]
            protected override void Dry() => Fog--;
        }
        """,
        """
        using ConcurrencyAnalyzers;

        class Forecast
        {
            protected int Fog;

            public void Reset()
            {
                lock ([|this|])
                    Dry();
            }

            [RequiresLock("this")]
            protected virtual void Dry() => Fog = 0;
        }

        class Drought : Forecast
        {
            [RequiresLock("this")]
            protected override void Dry() => Fog--;
        }
        """,
        id: "CONC2001");
}
