using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class SharedLockTests
{
    [Fact]
    public async Task Workers_and_their_parent_take_turns()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 3 });
        using var gate = new SharedLock();
        using var sum = new SharedBuffer<long>(1);
        var jobs = Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? pool.RunAsync(Add, gate, sum, 2000) : pool.RunAsync(AddAsync, gate, sum, 2000)).ToList();
        jobs.Add(Task.Run(() => Add(gate, sum, 2000)));
        jobs.Add(AddAsync(gate, sum, 2000));
        await Task.WhenAll(jobs).Bounded();
        Assert.Equal(16_000, sum[0]);
    }

    [Fact]
    public async Task Who_waits_gets_it_in_the_order_of_arrival()
    {
        using var gate = new SharedLock();
        var held = gate.Enter();
        var order = new List<int>();
        var waits = new List<Task>();
        for (var i = 0; i < 5; i++)
        {
            var number = i;
            waits.Add(Turn(number));
        }
        Assert.Null(gate.TryEnter());
        Assert.Empty(order);
        held.Dispose();
        held.Dispose();
        await Task.WhenAll(waits).Bounded();
        Assert.Equal([0, 1, 2, 3, 4], order);
        gate.TryEnter()!.Dispose();

        async Task Turn(int number)
        {
            using var lease = await gate.EnterAsync();
            order.Add(number);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_holder_that_dies_leaves_the_lock_to_the_next_and_it_is_told(bool nextIsWaiting)
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        using var gate = new SharedLock();
        using var file = new TempFile();
        var holder = pool.RunAsync(HoldForEver, gate, file.Path);
        await file.WrittenAsync();
        var next = nextIsWaiting ? gate.EnterAsync().AsTask() : null;
        using (var process = Process.GetProcessById(int.Parse(File.ReadAllText(file.Path), null)))
            process.Kill();
        await Assert.ThrowsAsync<WorkerCrashedException>(() => holder.Bounded());
        using (var lease = await (next ?? gate.EnterAsync().AsTask()).Bounded())
            Assert.True(lease.WasAbandoned);
        Assert.False(await pool.RunAsync(static (SharedLock l) => { using var lease = l.Enter(); return lease.WasAbandoned; }, gate).Bounded());
    }

    [Fact]
    public async Task Who_dies_while_it_waits_is_passed_over()
    {
        using var gate = new SharedLock();
        using var file = new TempFile();
        var held = gate.Enter();
        await using var first = WorkerProcess.Start(SayAndEnter, gate, file.Path);
        await file.WrittenAsync();
        await Wait.UntilAsync(() => gate.Arbiter.Waiting == 1, "the process to stand in line");
        var second = gate.EnterAsync().AsTask();
        first.Kill();
        await first.WaitForExitAsync().Bounded();
        Assert.Equal(1, gate.Arbiter.Waiting);
        held.Dispose();
        using (var lease = await second.Bounded())
            Assert.False(lease.WasAbandoned);
    }

    [Fact]
    public async Task Waiting_can_be_given_up_on_both_sides()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var gate = new SharedLock();
        var held = gate.Enter();
        using var cancel = new CancellationTokenSource();
        var here = gate.EnterAsync(cancel.Token).AsTask();
        var there = pool.RunAsync(EnterAsync, gate, cancel.Token);
        await Task.Delay(100);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => here.Bounded());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => there.Bounded());
        held.Dispose();
        using (await gate.EnterAsync().AsTask().Bounded())
        {
        }
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task Giving_up_at_every_moment_loses_no_turn()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, CancellationGrace = TimeSpan.FromMinutes(5) });
        await pool.WarmUpAsync().Bounded();
        using var gate = new SharedLock();
        var random = new Random(9);
        var jobs = new List<Task>();
        for (var i = 0; i < 200; i++)
        {
            var cancel = new CancellationTokenSource();
            jobs.Add(pool.RunAsync(EnterAsync, gate, cancel.Token));
            jobs.Add(EnterAsync(gate, cancel.Token));
            cancel.CancelAfter(TimeSpan.FromMicroseconds(random.Next(0, 3000)));
            await Task.Delay(random.Next(0, 2));
        }
        await Wait.AllEndedAsync(jobs);
        using (await gate.EnterAsync().AsTask().Bounded())
        {
        }
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task A_lock_that_is_disposed_of_is_an_error_for_those_who_wait()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var gate = new SharedLock();
        gate.Enter();
        var here = gate.EnterAsync().AsTask();
        using var file = new TempFile();
        var there = pool.RunAsync(SayAndEnter, gate, file.Path);
        await file.WrittenAsync();
        await Task.Delay(50);
        gate.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => here.Bounded());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => there.Bounded());
    }

    private static void Add(SharedLock gate, SharedBuffer<long> sum, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using (gate.Enter())
                sum[0] = sum[0] + 1;
        }
    }

    private static async Task AddAsync(SharedLock gate, SharedBuffer<long> sum, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using (await gate.EnterAsync())
                sum[0] = sum[0] + 1;
        }
    }

    private static void HoldForEver(SharedLock gate, string started)
    {
        gate.Enter();
        Jobs.Spin(started);
    }

    private static void SayAndEnter(SharedLock gate, string started)
    {
        File.WriteAllText(started, "x");
        gate.Enter().Dispose();
    }

    private static async Task EnterAsync(SharedLock gate, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
            await Task.Delay(1, CancellationToken.None);
    }
}
