using System.Globalization;
using ConcurrencyAnalyzers.Workers.Calls;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>Inputs of a map that travel together.</summary>
public sealed class ChunkTests
{
    private static readonly AsyncLocal<int> Left = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Very_many_short_inputs_come_back_whole(bool ordered)
    {
        const int Count = 300_000;
        var results = new List<int>(Count);
        await foreach (var result in WorkerPool.Shared.MapAsync(Jobs.Double, Enumerable.Range(0, Count), new MapOptions { Ordered = ordered }))
            results.Add(result);
        if (!ordered)
            results.Sort();
        Assert.Equal(Enumerable.Range(0, Count).Select(i => 2 * i), results);
    }

    [Fact]
    public void A_context_that_is_kept_is_given_back()
    {
        Left.Value = 1;
        var kept = new KeptContext();
        Assert.False(kept.HasChanged);
        Left.Value = 2;
        Assert.True(kept.HasChanged);
        kept.Restore();
        Assert.Equal(1, Left.Value);
        Assert.False(kept.HasChanged);
        Left.Value = 0;
        using (ExecutionContext.SuppressFlow())
        {
            var none = new KeptContext();
            Left.Value = 3;
            Assert.False(none.HasChanged); // there is nothing to give back
            Left.Value = 0;
        }
    }

    [Fact]
    public async Task Inputs_and_results_may_be_missing()
    {
        int?[] inputs = [1, null, 3];
        var doubled = await WorkerPool.Shared.MapToArrayAsync(static (int? x) => 2 * x, inputs).Bounded();
        Assert.Equal([2, null, 6], doubled);
        var ids = new Guid?[] { Guid.NewGuid(), null };
        Assert.Equal(ids, await WorkerPool.Shared.RunAsync(Jobs.Echo, ids).Bounded());
        Assert.Equal([null, 2.5], await WorkerPool.Shared.RunAsync(static (List<double?> l) => l, [null, 2.5]).Bounded());
    }

    [Fact]
    public async Task All_results_come_as_an_array_in_order()
    {
        var inputs = Enumerable.Range(0, 100_000).ToArray();
        Assert.Equal(inputs.Select(i => 2 * i), await WorkerPool.Shared.MapToArrayAsync(Jobs.Double, inputs).Bounded());
        Assert.Equal(["Hello a", "Hello b"], await WorkerPool.Shared.MapToArrayAsync(static (string n) => $"Hello {n}", Names()).Bounded());
        Assert.Empty(await WorkerPool.Shared.MapToArrayAsync(Jobs.Double, Array.Empty<int>()).Bounded());

        static IEnumerable<string> Names()
        {
            yield return "a";
            yield return "b";
        }
    }

    [Fact]
    public async Task A_failure_in_the_middle_comes_after_all_results_before_it()
    {
        var seen = 0;
        var e = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var result in WorkerPool.Shared.MapAsync(FailAt, Enumerable.Range(0, 60_000)))
                Assert.Equal(seen++, result);
        });
        Assert.Equal(50_000, seen);
        Assert.Contains("50000", e.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(FailAt), e.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_input_leaves_in_its_context_does_not_reach_the_next()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        Assert.All(await pool.MapToArrayAsync(Leave, Enumerable.Range(1, 5000)).Bounded(), Assert.True);
    }

    [Fact]
    public async Task Long_inputs_behind_short_ones_do_not_wait_behind_each_other()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        await pool.WarmUpAsync().Bounded();
        // So many short ones that thousands travel together; then 12 that take 50 ms, spread over both workers.
        var results = await pool.MapToArrayAsync(SleepAtTheEnd, Enumerable.Range(0, 40_000)).Bounded();
        var who = results[^12..];
        Assert.Equal(2, who.Distinct().Count());
    }

    [Fact]
    public async Task Large_results_do_not_pile_up_in_one_chunk()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var count = 0;
        await foreach (var text in pool.MapAsync(static (int i) => new string('x', 200_000), Enumerable.Range(0, 100)))
        {
            Assert.Equal(200_000, text.Length);
            count++;
        }
        Assert.Equal(100, count);
    }

    [Fact]
    public async Task An_input_that_cannot_travel_is_the_caller_s_exception()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => WorkerPool.Shared.MapToArrayAsync(static (Stream s) => 1, [Stream.Null]).Bounded());
    }

    [Fact]
    public async Task A_worker_killed_in_the_middle_fails_the_map_and_not_the_pool()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.MapToArrayAsync(static (int i) => i == 20_000 ? ExitNow() : i, Enumerable.Range(0, 30_000)).Bounded());
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
    }

    [Fact]
    public async Task In_process_the_same_bytes_give_the_same_results()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { InProcess = true });
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => 2 * i), await pool.MapToArrayAsync(Jobs.Double, Enumerable.Range(0, 1000)).Bounded());
    }

    private static int ExitNow()
    {
        Environment.Exit(3);
        return 0;
    }

    private static int FailAt(int i) => i == 50_000 ? throw new FormatException(i.ToString(CultureInfo.InvariantCulture)) : i;

    private static bool Leave(int i)
    {
        var clean = Left.Value == 0 && CultureInfo.CurrentCulture.Name != "fr-FR";
        Left.Value = i;
        if (i % 3 == 0)
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        return clean;
    }

    private static int SleepAtTheEnd(int i)
    {
        if (i >= 40_000 - 12)
            Thread.Sleep(50);
        return Environment.ProcessId;
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(1000, 10)]
    [InlineData(5_000, 100_000)]
    [InlineData(100_000, 5_000)]
    [InlineData(0, 2_000)]
    public async Task Inputs_that_are_more_or_less_than_they_say_have_all_their_results(int said, int real)
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        var results = await pool.MapToArrayAsync(Jobs.Double, new Lying(said, real)).Bounded();
        Assert.Equal(Enumerable.Range(0, real).Select(i => 2 * i), results);
    }

    private sealed class Lying(int said, int real) : ICollection<int>
    {
        public int Count => said;

        public bool IsReadOnly => true;

        public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, real).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public void Add(int item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Contains(int item) => throw new NotSupportedException();

        public void CopyTo(int[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(int item) => throw new NotSupportedException();
    }
}
