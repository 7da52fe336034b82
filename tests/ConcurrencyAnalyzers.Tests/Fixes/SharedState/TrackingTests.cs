using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>Compare and exchange, where no single operation does what the code does.</summary>
public class TrackingTests : FixTest<StandIn1003, NonAtomicUpdateFix>
{
    private const string Peak = """
        class Peak
        {
            private int _highest;

            public void Run(int[] values)
            {
                var other = new Thread(() =>
                {
                    See(values[0]);
                    Console.WriteLine(_highest);
                });
                other.Start();
                See(values[1]);
                other.Join();
                Console.WriteLine(_highest);
            }

            private void See(int value)
            {
                if (value > _highest)
                {
                    {|CONC1001:_highest = value|};
                }
            }
        }
        """;

    [Fact]
    public Task The_highest_value_can_be_kept_without_a_lock() => Verify.FixAsync(
        Peak,
        """
        class Peak
        {
            private int _highest;

            public void Run(int[] values)
            {
                var other = new Thread(() =>
                {
                    See(values[0]);
                    Console.WriteLine(Volatile.Read(ref _highest));
                });
                other.Start();
                See(values[1]);
                other.Join();
                Console.WriteLine(_highest);
            }

            private void See(int value)
            {
                int seen;
                do
                {
                    seen = Volatile.Read(ref _highest);
                }
                while (value > seen && Interlocked.CompareExchange(ref _highest, value, seen) != seen);
            }
        }
        """,
        action: 1,
        title: "Use atomic operations");

    [Fact]
    public Task A_check_with_a_further_act_needs_the_lock()
    {
        var source = Peak.Replace("= value|};\n", "= value|};\n            Console.WriteLine(value);\n", StringComparison.Ordinal);
        Assert.NotEqual(Peak, source);
        return Verify.FixAsync(source, source, action: 1);
    }

    [Fact]
    public Task A_volatile_field_is_read_as_it_is() => Verify.FixAsync(
        """
        class Scale
        {
            private volatile int _factor = 1;

            public void Run() => Parallel.For(0, 10, i => Grow());

            private void Grow()
            {
                {|CONC1003:_factor *= 3|};
            }
        }
        """,
        """
        class Scale
        {
            private volatile int _factor = 1;

            public void Run() => Parallel.For(0, 10, i => Grow());

            private void Grow()
            {
                int seen;
                do
                {
                    seen = _factor;
                }
                while (Interlocked.CompareExchange(ref _factor, seen * 3, seen) != seen);
            }
        }
        """,
        action: 1,
        title: "Use atomic operations");

    [Fact]
    public Task The_operation_on_bits_yields_the_old_ones() => Fixes(
        """
        class Flags
        {
            // shared: _flags; remedies: interlocked,lock
            private int _flags;

            public int Set(int bit) => [|_flags|] |= bit;

            public int Keep(int mask)
            {
                return ([|_flags|] &= mask) + 1;
            }
        }
        """,
        """
        class Flags
        {
            // shared: _flags; remedies: interlocked,lock
            private int _flags;

            public int Set(int bit) => Interlocked.Or(ref _flags, bit) | bit;

            public int Keep(int mask)
            {
                return (Interlocked.And(ref _flags, mask) & mask) + 1;
            }
        }
        """);
}
