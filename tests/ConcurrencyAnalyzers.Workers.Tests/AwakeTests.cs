using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Who waits for a message stays awake only for moments, only while that pays, and loses nothing by going to sleep.</summary>
public sealed class AwakeTests : IDisposable
{
    private const int Capacity = 4096;

    private static readonly long Microsecond = Stopwatch.Frequency / 1_000_000;

    private readonly nint _memory = NewMemory();

    public unsafe void Dispose() => NativeMemory.Free((void*)_memory);

    private static unsafe nint NewMemory() => (nint)NativeMemory.AllocZeroed(Ring.HeaderSize + Capacity);

    private unsafe Ring NewRing() => new((byte*)_memory, Capacity);

    [Fact]
    public void It_pays_once_waits_are_short_and_no_more_when_they_get_long()
    {
        var alertness = new Alertness();
        Assert.False(alertness.Pays);
        for (var i = 0; i < 100; i++)
            alertness.CameAsleep(0, 10 * Microsecond, 10 * Microsecond);
        Assert.True(alertness.Pays);
        for (var i = 0; i < 1000; i++)
            alertness.CameAwake(2 * Microsecond);
        var vain = 0;
        for (; alertness.Pays; vain++)
            alertness.CameAsleep(alertness.Moment, 1000 * Microsecond, 10 * Microsecond);
        Assert.InRange(vain, 1, 5);
        for (var i = 0; i < 10_000; i++)
            alertness.CameAsleep(0, 1000 * Microsecond, 10 * Microsecond);
        Assert.False(alertness.Pays);
        for (var i = 0; i < 200; i++)
            alertness.CameAsleep(0, 10 * Microsecond, 10 * Microsecond);
        Assert.True(alertness.Pays);
    }

    [Fact]
    public void Where_it_never_pays_it_is_tried_ever_more_seldom()
    {
        // The other side is short of a core while this one waits awake, and quick when it sleeps.
        var alertness = new Alertness();
        var vain = 0;
        for (var i = 0; i < 100_000; i++)
        {
            if (alertness.Pays)
            {
                vain++;
                alertness.CameAsleep(alertness.Moment, 60 * Microsecond, 10 * Microsecond);
            }
            else
            {
                alertness.CameAsleep(0, 10 * Microsecond, 10 * Microsecond);
            }
        }
        Assert.InRange(vain, 5, 150);
    }

    [Fact]
    public void Long_and_short_waits_in_turn_are_slept_through()
    {
        var alertness = new Alertness();
        var awake = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var waits = (i % 2 == 0 ? 10 : 2000) * Microsecond;
            if (!alertness.Pays)
            {
                alertness.CameAsleep(0, waits, 10 * Microsecond);
                continue;
            }
            awake++;
            if (waits <= alertness.Moment)
                alertness.CameAwake(waits);
            else
                alertness.CameAsleep(alertness.Moment, waits, 10 * Microsecond);
        }
        Assert.InRange(awake, 0, 10);
    }

    [Fact]
    public void Who_loses_its_core_sleeps_for_a_long_time()
    {
        var alertness = new Alertness();
        for (var i = 0; i < 100; i++)
            alertness.CameAwake(2 * Microsecond);
        alertness.CameAwake(3000 * Microsecond);
        Assert.False(alertness.Pays);
        for (var i = 0; i < 500; i++)
            alertness.CameAsleep(0, 10 * Microsecond, 10 * Microsecond);
        Assert.False(alertness.Pays);
    }

    [Fact]
    public void A_moment_is_bounded_whatever_a_wake_up_is_said_to_cost()
    {
        var alertness = new Alertness();
        foreach (var waking in (long[])[long.MaxValue, 1, 0, long.MaxValue])
        {
            for (var i = 0; i < 100; i++)
                alertness.CameAsleep(0, 10, waking);
            Assert.InRange(alertness.Moment, 5 * Microsecond, 50 * Microsecond);
        }
    }

    [Fact]
    public void Nobody_waits_awake_on_a_core_that_a_worker_needs()
    {
        var one = new CoreShare(1);
        one.Join().Begin();
        Assert.False(one.HasFree);
        Assert.False(one.TryTake());

        var two = new CoreShare(2);
        var (first, second) = (two.Join(), two.Join());
        first.Begin();
        Assert.True(two.HasFree);
        Assert.True(two.TryTake());
        Assert.False(two.TryTake());
        two.Return();
        second.Begin();
        Assert.False(two.HasFree);
        Assert.False(two.TryTake());
        second.End(Stopwatch.GetTimestamp() + Stopwatch.Frequency); // the next one may be under way
        Assert.False(two.TryTake());
        second.End(Stopwatch.GetTimestamp() - Stopwatch.Frequency / 100);
        Assert.True(two.TryTake());
        two.Leave(first);
        Assert.True(two.TryTake());
        Assert.False(two.TryTake());
    }

    [Theory]
    [InlineData("0::/\n", "/cpu.max=150000 100000\n", 1)] // one core and a half: the runtime counts two
    [InlineData("0::/\n", "/cpu.max=200000 100000\n", 2)]
    [InlineData("0::/\n", "/cpu.max=50000 100000\n", 1)]
    [InlineData("0::/\n", "/cpu.max=max 100000\n", 4)]
    [InlineData("0::/\n", "", 4)]
    [InlineData("0::/a/b\n", "/a/cpu.max=100000 100000\n|/a/b/cpu.max=max 100000\n", 1)]
    [InlineData("0::/a/b\n", "/a/cpu.max=900000 100000\n|/a/b/cpu.max=330000 100000\n", 3)]
    [InlineData("5:cpu,cpuacct:/x\n4:memory:/\n", "/cpu,cpuacct/x/cpu.cfs_quota_us=150000\n|/cpu,cpuacct/x/cpu.cfs_period_us=100000\n", 1)]
    [InlineData("5:cpu,cpuacct:/x\n", "/cpu/cpu.cfs_quota_us=250000\n|/cpu/cpu.cfs_period_us=100000\n", 2)] // as a container sees it
    [InlineData("5:cpu,cpuacct:/x\n", "/cpu/cpu.cfs_quota_us=-1\n|/cpu/cpu.cfs_period_us=100000\n", 4)]
    [InlineData("nonsense", "/cpu.max=1 1", 4)]
    public void A_share_of_a_core_is_none_to_wait_awake_on(string groups, string files, int cores)
    {
        var found = files.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(static f => f.Split('=')).ToDictionary(static f => f[0], static f => f[1]);
        Assert.Equal(cores, ProcessorQuota.WholeCores(4, groups, path => found.GetValueOrDefault(path)));
        Assert.InRange(ProcessorQuota.WholeCores(), 1, Environment.ProcessorCount);
    }

    [Fact]
    public void Cores_are_counted_once_and_not_for_the_first_jobs()
    {
        var counts = 0;
        var share = new CoreShare(() => ++counts + 1);
        Assert.False(share.HasFree);
        Assert.False(share.TryTake());
        Assert.Equal(0, counts);
        for (var i = 0; i < 100; i++)
            _ = share.HasFree;
        Assert.True(share.HasFree);
        Assert.True(share.TryTake());
        Assert.Equal(1, counts);
    }

    [Fact]
    public void What_a_long_job_says_meanwhile_is_not_awaited_awake()
    {
        var pace = new Pool.Pace();
        Assert.False(pace.IsEarly);
        pace.JobStarted(Stopwatch.GetTimestamp() + Stopwatch.Frequency);
        Assert.True(pace.IsEarly);
        pace.JobStarted(Stopwatch.GetTimestamp() - Stopwatch.Frequency / 100);
        Assert.False(pace.IsEarly);
    }

    [Fact]
    public async Task A_reader_that_is_about_to_sleep_misses_nothing()
    {
        if (!Futex.IsSupported)
            return;
        const int Count = 60_000;
        var (writer, reader) = (NewRing(), NewRing());
        var taken = 0;
        var writing = Task.Run(() =>
        {
            // Around the length of a moment, so that many a message meets the reader on its way to sleep; in runs, so that it stays alert.
            var random = new Random(5);
            for (var i = 0; i < Count; i++)
            {
                var spins = default(SpinWait);
                while (Volatile.Read(ref taken) < i)
                    spins.SpinOnce();
                if (i % 4 == 0)
                    Linger(random.Next(80) * Microsecond);
                writer.Write([(byte)i]);
            }
        });
        var reading = Task.Run(() =>
        {
            var one = new byte[1];
            for (var i = 0; i < Count; i++)
            {
                while (reader.Read(one) == 0)
                    reader.WaitForMessage(awake: i % 16 != 0);
                Assert.Equal((byte)i, one[0]);
                Volatile.Write(ref taken, i + 1);
            }
        });
        await Task.WhenAll(writing, reading).Bounded();
    }

    [Fact]
    public async Task An_interruption_and_the_end_reach_a_reader_that_is_awake()
    {
        if (!Futex.IsSupported)
            return;
        var (writer, reader) = (NewRing(), NewRing());
        for (var i = 0; i < 2000; i++)
        {
            var waits = Task.Run(() => reader.WaitForMessage(awake: true));
            if (i % 3 == 0)
                Linger(i % 100 * Microsecond);
            if (i % 20 != 19)
            {
                writer.Write([1]); // short waits, so that it is alert
                Assert.True(await waits.Bounded());
                Assert.Equal(1, reader.Read(new byte[8]));
                continue;
            }
            reader.Interrupt();
            Assert.False(await waits.Bounded());
        }
        var last = Task.Run(() => reader.WaitForMessage(awake: true));
        reader.Close();
        Assert.False(await last.Bounded());
    }

    [Fact]
    public void A_reader_does_not_wait_awake_for_what_takes_long()
    {
        if (!Futex.IsSupported)
            return;
        var (writer, reader) = (NewRing(), NewRing());
        var one = new byte[1];
        var writing = new Thread(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                Thread.Sleep(2);
                writer.Write([1]);
            }
        });
        writing.Start();
        var alert = 0;
        for (var i = 0; i < 100; i++)
        {
            reader.WaitForMessage(awake: true);
            alert += reader.IsAlert ? 1 : 0;
            Assert.Equal(1, reader.Read(one));
        }
        writing.Join();
        Assert.InRange(alert, 0, 25); // a reader that is held up itself finds messages there at once
    }

    [Fact]
    public async Task A_worker_and_its_pool_use_no_processor_time_after_a_burst()
    {
        if (!File.Exists("/proc/self/schedstat"))
            return;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        var id = await pool.RunAsync(Jobs.ProcessId).Bounded();
        var number = await pool.RunAsync(static () => WorkerContext.WorkerNumber).Bounded();
        for (var i = 0; i < 5000; i++)
            await pool.RunAsync(Jobs.Double, i);
        await Task.Delay(300); // the compiler replaces hot code
        var (worker, readers) = (RunTime(id, id), ReadersOf(number).ToDictionary(t => t, static t => RunTime(Environment.ProcessId, t)));
        Assert.NotEmpty(readers);
        await Task.Delay(500);
        Assert.InRange(RunTime(id, id) - worker, 0, 2_000_000);
        // The one that stands by looks a few times more whether it is needed.
        Assert.All(readers, r => Assert.InRange(RunTime(Environment.ProcessId, r.Key) - r.Value, 0, 5_000_000));
    }

    private static IEnumerable<int> ReadersOf(int? worker) => Directory.EnumerateDirectories("/proc/self/task")
        .Where(d => File.ReadAllText(Path.Combine(d, "comm")).TrimEnd() == $"worker {worker}")
        .Select(static d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture));

    // In nanoseconds.
    private static long RunTime(int process, int thread) =>
        long.Parse(File.ReadAllText($"/proc/{process}/task/{thread}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);

    private static void Linger(long ticks)
    {
        for (var end = Stopwatch.GetTimestamp() + ticks; Stopwatch.GetTimestamp() < end;)
            Thread.SpinWait(1);
    }
}
