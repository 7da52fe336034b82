using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Tests.Engine;

/// <summary>What a body is known to do, in its own names.</summary>
public class SummaryTests
{
    private static Bodies Read(string members) => new($$"""
        class C
        {
            private readonly object _gate = new();
            private readonly SemaphoreSlim _one = new(1), _three = new(3);
            private int _n;
            private int _busy;
            private Thread? _thread;
            private Task? _task;
            private static void Add(ref int place) => place++;
            private void Take() => Monitor.Enter(_gate);
            private void Give() => Monitor.Exit(_gate);
            private void Work() => _n++;
            {{members}}
        }
        """);

    private static string LocksOf(Bodies bodies, string member = "M") => string.Join(",", Assert.Single(bodies.Effects(member, "_n")).Locks.Held.Select(held => held.Path.Storage?.Name));

    [Theory]
    [InlineData("lock (_gate) { _n++; }", "_gate")]
    [InlineData("lock (_gate) { Work(); }", "_gate")]
    [InlineData("Take(); try { _n++; } finally { Give(); }", "_gate")]
    [InlineData("Take(); Give(); _n++;", "")]
    [InlineData("if (Monitor.TryEnter(_gate)) { _n++; }", "_gate")]
    [InlineData("if (!Monitor.TryEnter(_gate)) { _n++; }", "")]
    [InlineData("if (!Monitor.TryEnter(_gate)) return; _n++;", "_gate")]
    [InlineData("_one.Wait(); _n++; _one.Release();", "_one")]
    [InlineData("_three.Wait(); _n++; _three.Release();", "")]
    [InlineData("lock (new object()) { _n++; }", "")]
    [InlineData("if (Interlocked.Exchange(ref _busy, 1) == 0) { _n++; }", "_busy")]
    [InlineData("if (Interlocked.Exchange(ref _busy, 1) == 1) return; _n++;", "_busy")]
    [InlineData("while (Interlocked.CompareExchange(ref _busy, 1, 0) != 0) { } _n++;", "_busy")]
    [InlineData("if (Interlocked.Exchange(ref _busy, 1) != 0) return; Volatile.Write(ref _busy, 0); _n++;", "")]
    public void An_access_knows_the_locks_around_it(string body, string locks) => Assert.Equal(locks, LocksOf(Read("void M() { " + body + " }")));

    [Fact]
    public void What_a_helper_takes_and_leaves_is_told()
    {
        var bodies = Read("");
        Assert.Equal("_gate", Assert.Single(bodies.SummaryOf("Take").Acquired.Held).Path.Storage?.Name);
        Assert.Equal("_gate", Assert.Single(bodies.SummaryOf("Give").Released).Storage?.Name);
    }

    [Fact]
    public void A_reference_parameter_is_the_callers_storage()
    {
        var effect = Assert.Single(Read("void M() => Add(ref _n);").Effects("M", "_n"));
        Assert.Equal(RootKind.This, effect.Path.Root);
        Assert.True(effect.IsUpdate);
    }

    [Theory]
    [InlineData("Task.Run(Work);", ForkKind.Task, true)]
    [InlineData("Task.Run(Work).Wait();", ForkKind.Task, false)]
    [InlineData("var t = new Thread(Work); t.Start();", ForkKind.Thread, true)]
    [InlineData("var t = new Thread(Work); t.Start(); t.Join();", ForkKind.Thread, false)]
    [InlineData("Parallel.For(0, 3, _ => Work());", ForkKind.ParallelLoop, false)]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => Work());", ForkKind.PoolItem, true)]
    [InlineData("Task[] all = [Task.Run(Work)]; Task.WaitAll([.. all]);", ForkKind.Task, false)]
    [InlineData("Task? t = Task.Run(Work); t?.Wait();", ForkKind.Task, false)]
    public void A_start_is_a_fork_until_it_is_waited_for(string body, object kind, bool leaks)
    {
        var summary = Read("void M() { " + body + " }").SummaryOf("M");
        var fork = Assert.Single(summary.Forks);
        Assert.Equal(kind, fork.Kind);
        Assert.Contains(fork.Effects, effect => effect.Path.Storage?.Name == "_n" && effect.IsUpdate);
        Assert.Equal(leaks, summary.Leaked.Contains(fork));
    }

    [Fact]
    public void A_field_that_holds_the_thread_is_its_handle()
    {
        var bodies = Read("void M() { _thread = new Thread(Work); _thread.Start(); } void Stop() => _thread!.Join();");
        var fork = Assert.Single(bodies.SummaryOf("M").Leaked);
        Assert.Contains(Assert.Single(bodies.SummaryOf("Stop").JoinedPaths).Key, fork.HandleKeys);
    }

    [Fact]
    public void A_continuation_does_not_meet_what_it_continues()
    {
        var summary = Read("void M() => Task.Run(Work).ContinueWith(_ => Work()).Wait();").SummaryOf("M");
        Assert.Empty(summary.Leaked);
        Assert.All(summary.Forks, fork => Assert.DoesNotContain(fork.Concurrent.Keys, other => other != fork.Id));
    }

    [Fact]
    public void The_access_after_the_start_overlaps_and_the_one_after_the_wait_does_not()
    {
        var summary = Read("int M() { var t = Task.Run(Work); _n = 5; t.Wait(); return _n; }").SummaryOf("M");
        Assert.True(Assert.Single(summary.Overlaps, overlap => overlap.Effect.Path.Storage?.Name == "_n").Effect.Writes);
    }
}
