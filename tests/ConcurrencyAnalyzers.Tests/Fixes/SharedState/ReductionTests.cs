namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>Rounds of a parallel loop that only add up get values of their own.</summary>
public class ReductionTests
{
    [Fact]
    public Task A_list_that_the_rounds_fill() => Verify.FixAsync(
        """
        class Primes
        {
            private readonly List<int> _found = [];

            public int Find(int limit)
            {
                Parallel.For(2, limit, n =>
                {
                    if (IsPrime(n))
                        {|CONC1001:_found.Add|}(n);
                });
                return _found.Count;
            }

            private static bool IsPrime(int n) => n % 2 != 0;
        }
        """,
        """
        class Primes
        {
            private readonly Lock _gate = new();
            private readonly List<int> _found = [];

            public int Find(int limit)
            {
                Parallel.For(2, limit, () => new List<int>(), (n, _, localFound) =>
                {
                    if (IsPrime(n))
                        localFound.Add(n);
                    return localFound;
                }, localFound =>
                {
                    lock (_gate)
                    {
                        _found.AddRange(localFound);
                    }
                });
                return _found.Count;
            }

            private static bool IsPrime(int n) => n % 2 != 0;
        }
        """);

    [Fact]
    public Task A_maximum() => Verify.FixAsync(
        """
        class Peaks
        {
            public int Highest(int[] values)
            {
                int highest = int.MinValue;
                Parallel.ForEach(values, value =>
                {
                    if (value > highest)
                    {
                        {|CONC1001:highest = value|};
                    }
                });
                return highest;
            }
        }
        """,
        """
        class Peaks
        {
            public int Highest(int[] values)
            {
                var gate = new Lock();
                int highest = int.MinValue;
                Parallel.ForEach(values, () => int.MinValue, (value, _, localHighest) =>
                {
                    if (value > localHighest)
                    {
                        localHighest = value;
                    }
                    return localHighest;
                }, localHighest =>
                {
                    lock (gate)
                    {
                        highest = Math.Max(highest, localHighest);
                    }
                });
                return highest;
            }
        }
        """);

    [Fact]
    public Task A_static_counter_is_joined_in_one_step() => Verify.FixAsync(
        """
        static class Hits
        {
            private static int s_hits;

            public static void Count(string[] lines) => Parallel.ForEach(lines, line => { if (line.Length > 0) {|CONC1001:s_hits++|}; });
        }
        """,
        """
        static class Hits
        {
            private static int s_hits;

            public static void Count(string[] lines) => Parallel.ForEach(lines, () => 0, (line, _, localHits) => { if (line.Length > 0) localHits++; return localHits; }, localHits => Interlocked.Add(ref s_hits, localHits));
        }
        """);

    [Fact]
    public Task A_sum() => Verify.FixAsync(
        """
        class Orders
        {
            public long Total(int[] amounts)
            {
                long sum = 0;
                Parallel.For(0, amounts.Length, i =>
                {
                    // negative ones are returns
                    if (amounts[i] < 0)
                        return;
                    {|CONC1001:sum += amounts[i]|}; // cents
                });
                return sum;
            }
        }
        """,
        """
        class Orders
        {
            public long Total(int[] amounts)
            {
                long sum = 0;
                Parallel.For(0, amounts.Length, () => 0L, (i, _, localSum) =>
                {
                    // negative ones are returns
                    if (amounts[i] < 0)
                        return localSum;
                    localSum += amounts[i]; // cents
                    return localSum;
                }, localSum => Interlocked.Add(ref sum, localSum));
                return sum;
            }
        }
        """);

    [Fact]
    public Task An_expression_stays_one() => Verify.FixAsync(
        """
        int count = 0;
        Parallel.ForEach(args, arg => {|CONC1001:count += arg.Length * 2|});
        Console.WriteLine(count);
        """,
        """
        int count = 0;
        Parallel.ForEach(args, () => 0, (arg, _, localCount) => localCount + arg.Length * 2, localCount => Interlocked.Add(ref count, localCount));
        Console.WriteLine(count);
        """);

    [Fact]
    public Task Beside_what_only_a_lock_can_guard() => Verify.FixAsync(
        """
        class Log
        {
            private readonly Dictionary<string, int> _last = [];
            private decimal _sum;

            public void Run(string[] names)
            {
                Parallel.ForEach(names, name =>
                {
                    {|CONC1001:_sum += name.Length|};
                    {|CONC1001:_last[name]|} = name.Length;
                });
            }
        }
        """,
        """
        class Log
        {
            private readonly Dictionary<string, int> _last = [];
            private readonly Lock _gate = new();
            private decimal _sum;

            public void Run(string[] names)
            {
                Parallel.ForEach(names, name =>
                {
                    lock (_gate)
                    {
                        _sum += name.Length;
                        _last[name] = name.Length;
                    }
                });
            }
        }
        """);

    [Fact]
    public Task Bits_and_statics() => Verify.FixAsync(
        """
        static class Masks
        {
            private static int s_seen;

            public static void See(int[] values)
            {
                Parallel.ForEach(values, value =>
                {
                    {|CONC1001:Masks.s_seen |= value|};
                });
            }
        }
        """,
        """
        static class Masks
        {
            private static int s_seen;

            public static void See(int[] values)
            {
                Parallel.ForEach(values, () => 0, (value, _, localSeen) =>
                {
                    localSeen |= value;
                    return localSeen;
                }, localSeen => Interlocked.Or(ref Masks.s_seen, localSeen));
            }
        }
        """);

    [Fact]
    public Task Rounds_that_look_at_the_result_share_it() => Verify.FixAsync(
        """
        class Progress
        {
            private int _done;

            public void Run(Action<int>[] steps)
            {
                Parallel.ForEach(steps, step =>
                {
                    {|CONC1001:_done++|};
                    step(_done);
                });
            }
        }
        """,
        """
        class Progress
        {
            private int _done;

            public void Run(Action<int>[] steps)
            {
                Parallel.ForEach(steps, step =>
                {
                    Interlocked.Increment(ref _done);
                    step(Volatile.Read(ref _done));
                });
            }
        }
        """);

    [Fact]
    public Task Several_results_of_one_loop() => Verify.FixAsync(
        """
        class Statistics
        {
            public double Mean(double[] values)
            {
                double sum = 0;
                int count = 0;
                Parallel.ForEach(
                    values,
                    (double value) =>
                    {
                        {|CONC1001:sum += value|};
                        {|CONC1001:count++|};
                    });
                return sum / count;
            }
        }
        """,
        """
        class Statistics
        {
            public double Mean(double[] values)
            {
                var gate = new Lock();
                double sum = 0;
                int count = 0;
                Parallel.ForEach(
                    values,
                    () => (sum: 0.0, count: 0),
                    (double value, ParallelLoopState _, (double sum, int count) local) =>
                    {
                        local.sum += value;
                        local.count++;
                        return local;
                    },
                    local =>
                    {
                        lock (gate)
                        {
                            sum += local.sum;
                            count += local.count;
                        }
                    });
                return sum / count;
            }
        }
        """);

    [Fact]
    public Task The_index_stays_where_it_is() => Verify.FixAsync(
        """
        class Checksum
        {
            public long Of(byte[] data)
            {
                long sum = 0;
                Parallel.ForEach(data, (b, _, index) =>
                {
                    {|CONC1001:sum ^= b * index|};
                });
                return sum;
            }
        }
        """,
        """
        class Checksum
        {
            public long Of(byte[] data)
            {
                var gate = new Lock();
                long sum = 0;
                Parallel.ForEach(data, () => 0L, (b, _, index, localSum) =>
                {
                    localSum ^= b * index;
                    return localSum;
                }, localSum =>
                {
                    lock (gate)
                    {
                        sum ^= localSum;
                    }
                });
                return sum;
            }
        }
        """);

    [Fact]
    public Task What_has_no_atomic_operation_is_joined_under_a_lock() => Verify.FixAsync(
        """
        class Readings
        {
            public double Sum(double[] values)
            {
                double sum = 0;
                Parallel.For(0, values.Length, (i, loop) =>
                {
                    if (double.IsNaN(values[i]))
                    {
                        loop.Stop();
                        return;
                    }

                    {|CONC1001:sum += values[i]|};
                });
                return sum;
            }
        }
        """,
        """
        class Readings
        {
            public double Sum(double[] values)
            {
                var gate = new Lock();
                double sum = 0;
                Parallel.For(0, values.Length, () => 0.0, (i, loop, localSum) =>
                {
                    if (double.IsNaN(values[i]))
                    {
                        loop.Stop();
                        return localSum;
                    }

                    localSum += values[i];
                    return localSum;
                }, localSum =>
                {
                    lock (gate)
                    {
                        sum += localSum;
                    }
                });
                return sum;
            }
        }
        """);

    [Fact]
    public Task Who_reads_meanwhile_is_not_left_out() => Verify.FixAsync(
        """
        class Crawl
        {
            private long _bytes;

            public void Run(string[] pages)
            {
                var reporter = new Thread(() => Console.WriteLine(Interlocked.Read(ref _bytes)));
                reporter.Start();
                Parallel.ForEach(pages, page => { {|CONC1001:_bytes += page.Length|}; });
                reporter.Join();
            }
        }
        """,
        """
        class Crawl
        {
            private long _bytes;

            public void Run(string[] pages)
            {
                var reporter = new Thread(() => Console.WriteLine(Interlocked.Read(ref _bytes)));
                reporter.Start();
                Parallel.ForEach(pages, page => { Interlocked.Add(ref _bytes, page.Length); });
                reporter.Join();
            }
        }
        """);
}
