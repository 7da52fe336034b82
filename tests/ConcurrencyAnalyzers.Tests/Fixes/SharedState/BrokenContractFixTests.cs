namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class BrokenContractFixTests
{
    [Fact]
    public Task The_lock_of_the_other_object_is_taken() => Verify.FixAsync("""
        using ConcurrencyAnalyzers;

        class Node
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _weight;

            public void Take(Node other)
            {
                {|CONC1009:other._weight = 1|}; // taken
            }
        }
        """, """
        using ConcurrencyAnalyzers;

        class Node
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _weight;

            public void Take(Node other)
            {
                lock (other._gate)
                {
                    other._weight = 1; // taken
                }
            }
        }
        """);

    [Fact]
    public Task All_calls_of_a_member_come_under_the_lock() => Verify.FixAsync("""
        using ConcurrencyAnalyzers;

        class Jar
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private readonly List<int> _coins = [];

            [RequiresLock(nameof(_gate))]
            private int Sum() => _coins.Sum();

            public int Value => {|CONC1009:Sum|}();

            public void Empty()
            {
                Console.WriteLine({|CONC1009:Sum|}());
                lock (_gate)
                {
                    _coins.Clear();
                }
            }
        }
        """, """
        using ConcurrencyAnalyzers;

        class Jar
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private readonly List<int> _coins = [];

            [RequiresLock(nameof(_gate))]
            private int Sum() => _coins.Sum();

            public int Value
            {
                get
                {
                    lock (_gate)
                    {
                        return Sum();
                    }
                }
            }

            public void Empty()
            {
                int value;
                lock (_gate)
                {
                    value = Sum();
                }
                Console.WriteLine(value);
                lock (_gate)
                {
                    _coins.Clear();
                }
            }
        }
        """);

    [Fact]
    public Task A_write_lock_is_taken_and_a_read_lock_is_not_exchanged()
    {
        const string Source = """
            using ConcurrencyAnalyzers;

            class Table
            {
                private readonly ReaderWriterLockSlim _rw = new();
                [GuardedBy(nameof(_rw))] private int _rows;

                public void Add()
                {
                    _rw.EnterReadLock();
                    {|CONC1009:_rows++|};
                    _rw.ExitReadLock();
                }

                public void Reset() => {|CONC1009:_rows = 0|};
            }
            """;
        const string Fixed = """
            using ConcurrencyAnalyzers;

            class Table
            {
                private readonly ReaderWriterLockSlim _rw = new();
                [GuardedBy(nameof(_rw))] private int _rows;

                public void Add()
                {
                    _rw.EnterReadLock();
                    {|CONC1009:_rows++|};
                    _rw.ExitReadLock();
                }

                public void Reset()
                {
                    _rw.EnterWriteLock();
                    try
                    {
                        _rows = 0;
                    }
                    finally
                    {
                        _rw.ExitWriteLock();
                    }
                }
            }
            """;
        return Verify.FixAsync(Source, Fixed);
    }
}
