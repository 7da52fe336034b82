namespace ConcurrencyAnalyzers.Tests.Fixes;

/// <summary>The rules and their fixes together: after the fix none of our rules finds anything.</summary>
public class RealRuleTests
{
    [Fact]
    public Task CONC1001_sums_of_parallel_iterations() => Verify.FixAsync(
        """
        long sum = 0;
        Parallel.For(0, 1000, i =>
        {
            {|CONC1001:sum += i|};
        });
        Console.WriteLine(sum);
        """,
        """
        long sum = 0;
        Parallel.For(0, 1000, () => 0L, (i, _, localSum) =>
        {
            localSum += i;
            return localSum;
        }, localSum => Interlocked.Add(ref sum, localSum));
        Console.WriteLine(sum);
        """);

    [Fact]
    public Task CONC1001_a_list_that_parallel_iterations_fill() => Verify.FixAsync(
        """
        var even = new List<int>();
        Parallel.For(0, 1000, i =>
        {
            if (i % 2 == 0)
                {|CONC1001:even.Add|}(i);
        });
        Console.WriteLine(even.Count);
        """,
        """
        var gate = new Lock();
        var even = new List<int>();
        Parallel.For(0, 1000, () => new List<int>(), (i, _, localEven) =>
        {
            if (i % 2 == 0)
                localEven.Add(i);
            return localEven;
        }, localEven =>
        {
            lock (gate)
            {
                even.AddRange(localEven);
            }
        });
        Console.WriteLine(even.Count);
        """);

    [Fact]
    public Task CONC1001_a_read_and_a_write_in_two_statements() => Verify.FixAsync(
        """
        class Portfolio
        {
            private readonly Dictionary<string, int> _positions = [];

            public void Run()
            {
                var first = new Thread(() => Apply("a", 1));
                var second = new Thread(() => Apply("b", 2));
                first.Start();
                second.Start();
                first.Join();
                second.Join();
            }

            private void Apply(string symbol, int quantity)
            {
                {|CONC1001:_positions.TryGetValue|}(symbol, out var held);
                {|CONC1001:_positions[symbol]|} = held + quantity;
            }
        }
        """,
        """
        using System.Collections.Concurrent;

        class Portfolio
        {
            private readonly ConcurrentDictionary<string, int> _positions = new();

            public void Run()
            {
                var first = new Thread(() => Apply("a", 1));
                var second = new Thread(() => Apply("b", 2));
                first.Start();
                second.Start();
                first.Join();
                second.Join();
            }

            private void Apply(string symbol, int quantity)
            {
                _positions.AddOrUpdate(symbol, quantity, (_, held) => held + quantity);
            }
        }
        """);

    [Fact]
    public Task CONC1002_an_update_without_the_lock_of_the_state() => Verify.FixAsync(
        """
        class Account
        {
            private readonly object _gate = new();
            private long _balance;

            public void Run()
            {
                var thread = new Thread(() => Withdraw(1));
                thread.Start();
                Deposit(1);
                thread.Join();
            }

            private void Deposit(long amount)
            {
                lock (_gate)
                {
                    _balance += amount;
                }
            }

            private void Withdraw(long amount)
            {
                {|CONC1002:_balance -= amount|};
            }
        }
        """,
        """
        class Account
        {
            private readonly object _gate = new();
            private long _balance;

            public void Run()
            {
                var thread = new Thread(() => Withdraw(1));
                thread.Start();
                Deposit(1);
                thread.Join();
            }

            private void Deposit(long amount)
            {
                lock (_gate)
                {
                    _balance += amount;
                }
            }

            private void Withdraw(long amount)
            {
                lock (_gate)
                {
                    _balance -= amount;
                }
            }
        }
        """);

    [Fact]
    public Task CONC1003_a_plain_update_beside_atomic_ones() => Verify.FixAsync(
        """
        class Gauge
        {
            private int _open;

            public async Task ServeAsync(IEnumerable<Func<Task>> clients) => await Task.WhenAll(clients.Select(client => Task.Run(() => ServeOneAsync(client))));

            private async Task ServeOneAsync(Func<Task> client)
            {
                Interlocked.Increment(ref _open);
                try
                {
                    await client();
                }
                finally
                {
                    {|CONC1003:_open--|};
                }
            }
        }
        """,
        """
        class Gauge
        {
            private int _open;

            public async Task ServeAsync(IEnumerable<Func<Task>> clients) => await Task.WhenAll(clients.Select(client => Task.Run(() => ServeOneAsync(client))));

            private async Task ServeOneAsync(Func<Task> client)
            {
                Interlocked.Increment(ref _open);
                try
                {
                    await client();
                }
                finally
                {
                    Interlocked.Decrement(ref _open);
                }
            }
        }
        """);

    [Fact]
    public Task CONC3001_a_sum_that_is_read_too_early() => Verify.FixAsync(
        """
        var sum = 0L;
        var adder = new Thread(() => sum = 5);
        {|CONC3001:adder.Start|}();
        Console.WriteLine(sum);
        """,
        """
        var sum = 0L;
        var adder = new Thread(() => sum = 5);
        adder.Start();
        adder.Join();
        Console.WriteLine(sum);
        """);

    [Fact]
    public Task CONC3002_a_task_that_nobody_awaits() => Verify.FixAsync(
        """
        class Store
        {
            public async Task RunAsync()
            {
                {|CONC3002:SaveAsync|}("a");
                await Task.Yield();
            }

            private async Task SaveAsync(string text) => await File.WriteAllTextAsync("x", text);
        }
        """,
        """
        class Store
        {
            public async Task RunAsync()
            {
                await SaveAsync("a");
                await Task.Yield();
            }

            private async Task SaveAsync(string text) => await File.WriteAllTextAsync("x", text);
        }
        """);
}
