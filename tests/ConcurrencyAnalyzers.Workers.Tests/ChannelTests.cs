using System.Diagnostics;
using System.Threading.Channels;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class ChannelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_job_reads_what_its_caller_writes(bool inProcess)
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, InProcess = inProcess });
        var numbers = Channel.CreateBounded<int>(4);
        var sum = pool.RunAsync(SumAsync, numbers.Reader);
        for (var i = 1; i <= 100; i++)
            await numbers.Writer.WriteAsync(i).AsTask().Bounded();
        numbers.Writer.Complete();
        Assert.Equal(5050, await sum.Bounded());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_reads_what_its_job_writes(bool inProcess)
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, InProcess = inProcess });
        var words = Channel.CreateBounded<string>(4);
        var job = pool.RunAsync(WriteAsync, 100, words.Writer);
        var seen = new List<string>();
        await foreach (var word in words.Reader.ReadAllAsync())
            seen.Add(word);
        await job.Bounded();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"word {i}"), seen);
    }

    [Fact]
    public async Task All_that_a_job_wrote_is_in_the_channel_when_its_task_ends()
    {
        var words = Channel.CreateUnbounded<string>();
        await WorkerPool.Shared.RunAsync(TryWrite, 10, words.Writer).Bounded();
        Assert.Equal(10, words.Reader.Count);
        words.Writer.Complete(); // and it was not completed by that: others may write too
    }

    [Fact]
    public async Task A_question_and_an_answer_go_back_and_forth()
    {
        var questions = Channel.CreateUnbounded<int>();
        var answers = Channel.CreateUnbounded<int>();
        var job = WorkerPool.Shared.RunAsync(AnswerAsync, questions.Reader, answers.Writer);
        for (var i = 0; i < 50; i++)
        {
            await questions.Writer.WriteAsync(i);
            Assert.Equal(i * i, await answers.Reader.ReadAsync().AsTask().Bounded());
        }
        questions.Writer.Complete();
        await answers.Reader.Completion.Bounded();
        await job.Bounded();
    }

    [Fact]
    public async Task Several_workers_share_a_channel_and_each_item_goes_to_one()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 3 });
        var numbers = Channel.CreateUnbounded<int>();
        var parts = Enumerable.Range(0, 3).Select(_ => pool.RunAsync(CollectAsync, numbers.Reader)).ToArray();
        for (var i = 0; i < 600; i++)
            numbers.Writer.TryWrite(i);
        numbers.Writer.Complete();
        var all = (await Task.WhenAll(parts).Bounded()).SelectMany(p => p);
        Assert.Equal(Enumerable.Range(0, 600), all.Order());
    }

    [Fact]
    public async Task One_worker_feeds_another_through_a_channel()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        var numbers = Channel.CreateBounded<int>(2);
        var sum = pool.RunAsync(SumAsync, numbers.Reader);
        await pool.RunAsync(ProduceAsync, 200, numbers.Writer).Bounded();
        Assert.Equal(200 * 199 / 2, await sum.Bounded());
    }

    [Fact]
    public async Task An_item_that_nobody_asked_for_stays_with_the_caller()
    {
        var numbers = Channel.CreateUnbounded<int>();
        for (var i = 0; i < 10; i++)
            numbers.Writer.TryWrite(i);
        Assert.Equal(0 + 1 + 2, await WorkerPool.Shared.RunAsync(SumThreeAsync, numbers.Reader).Bounded());
        Assert.Equal(7, numbers.Reader.Count);
        Assert.True(numbers.Reader.TryRead(out var next));
        Assert.Equal(3, next);
    }

    [Fact]
    public async Task A_full_channel_holds_its_writer_up()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var mark = new TempFile();
        var words = Channel.CreateBounded<int>(4);
        using var cancel = new CancellationTokenSource();
        var job = pool.RunAsync(WriteForeverAsync, words.Writer, mark.Path, cancel.Token);
        await Wait.UntilAsync(() => words.Reader.Count == 4, "the channel to fill");
        await Task.Delay(200);
        var written = new FileInfo(mark.Path).Length;
        Assert.InRange(written, 4, 4 + 16 + 1);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
    }

    [Fact]
    public async Task The_reason_of_an_end_travels_both_ways()
    {
        var into = Channel.CreateUnbounded<int>();
        into.Writer.Complete(new FormatException("in"));
        var e = await Assert.ThrowsAsync<FormatException>(() => WorkerPool.Shared.RunAsync(SumAsync, into.Reader).Bounded());
        Assert.Equal("in", e.Message);

        var outOf = Channel.CreateUnbounded<int>();
        await WorkerPool.Shared.RunAsync(static (ChannelWriter<int> w) => w.Complete(new FormatException("out")), outOf.Writer).Bounded();
        e = await Assert.ThrowsAsync<FormatException>(() => outOf.Reader.Completion.Bounded());
        Assert.Equal("out", e.Message);
    }

    [Fact]
    public async Task A_job_learns_that_nobody_reads_any_more()
    {
        var words = Channel.CreateUnbounded<int>();
        words.Writer.Complete();
        Assert.InRange(await WorkerPool.Shared.RunAsync(WriteUntilClosedAsync, words.Writer).Bounded(), 0, 16);
    }

    [Fact]
    public async Task A_worker_that_dies_ends_the_channel_with_its_name()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        var ids = Channel.CreateUnbounded<int>();
        var job = pool.RunAsync(SayIdAndWaitAsync, ids.Writer);
        var id = await ids.Reader.ReadAsync().AsTask().Bounded();
        using (var process = Process.GetProcessById(id))
            process.Kill();
        await Assert.ThrowsAsync<WorkerCrashedException>(() => job.Bounded());
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => ids.Reader.Completion.Bounded());
        Assert.Equal(id, e.ProcessId);
    }

    [Fact]
    public async Task A_worker_that_dies_takes_no_more_than_it_was_given()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        var numbers = Channel.CreateUnbounded<int>();
        for (var i = 0; i < 10; i++)
            numbers.Writer.TryWrite(i);
        await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(ReadTwoAndDieAsync, numbers.Reader).Bounded());
        Assert.Equal(8, numbers.Reader.Count);
        numbers.Writer.Complete();
        Assert.Equal(2 + 3 + 4 + 5 + 6 + 7 + 8 + 9, await pool.RunAsync(SumAsync, numbers.Reader).Bounded());
    }

    [Fact]
    public async Task A_question_that_is_handled_after_the_end_of_its_job_takes_nothing()
    {
        var numbers = Channel.CreateUnbounded<int>();
        var port = new ReaderCallerPort<int>(0, WireCodec.Default, numbers.Reader);
        var line = new NoLine();
        port.Attach(line);
        port.Receive(PortOp.Want, []);
        port.Receive(PortOp.Want, []); // waits behind the first
        await Task.Delay(50);
        port.Detach();
        await Task.Delay(50);
        numbers.Writer.TryWrite(1);
        await Task.Delay(50);
        Assert.Equal(1, numbers.Reader.Count);
        Assert.Equal(0, line.Sent);

        port.Attach(line);
        port.Receive(PortOp.Want, []);
        await Wait.UntilAsync(() => line.Sent == 1, "the item to be sent");
        Assert.Equal(0, numbers.Reader.Count);
    }

    private sealed class NoLine : IPortLine
    {
        public int Sent { get; private set; }

        public bool Send<TState>(TState state, Action<FrameBuffer, TState> write)
        {
            Sent++;
            return true;
        }
    }

    [Fact]
    public async Task A_cancelled_job_leaves_its_channel_alone()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var numbers = Channel.CreateUnbounded<int>();
        using var cancel = new CancellationTokenSource();
        var job = pool.RunAsync(SumWithTokenAsync, numbers.Reader, cancel.Token);
        numbers.Writer.TryWrite(1);
        await Wait.UntilAsync(() => numbers.Reader.Count == 0, "the job to read");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
        numbers.Writer.TryWrite(2);
        await Task.Delay(50);
        Assert.Equal(1, numbers.Reader.Count); // nobody waits for it on the job's behalf
    }

    [Fact]
    public void A_channel_of_what_cannot_travel_is_refused() =>
        Assert.Throws<ArgumentException>(() => { _ = WorkerPool.Shared.RunAsync(static (ChannelReader<object> r) => 1, Channel.CreateUnbounded<object>().Reader); });

    [Fact]
    public async Task An_item_that_cannot_travel_is_told_to_the_side_that_waits()
    {
        var items = Channel.CreateUnbounded<Stream>();
        items.Writer.TryWrite(new MemoryStream());
        await Assert.ThrowsAsync<NotSupportedException>(() => WorkerPool.Shared.RunAsync(static async (ChannelReader<Stream> r) => (await r.ReadAsync()).Length, items.Reader).Bounded());
    }

    private static async Task<int> SumAsync(ChannelReader<int> numbers)
    {
        var sum = 0;
        await foreach (var number in numbers.ReadAllAsync())
            sum += number;
        return sum;
    }

    private static async Task<int> SumWithTokenAsync(ChannelReader<int> numbers, CancellationToken cancellationToken)
    {
        var sum = 0;
        await foreach (var number in numbers.ReadAllAsync(cancellationToken))
            sum += number;
        return sum;
    }

    private static async Task<int> SumThreeAsync(ChannelReader<int> numbers) =>
        await numbers.ReadAsync() + await numbers.ReadAsync() + await numbers.ReadAsync();

    private static async Task ReadTwoAndDieAsync(ChannelReader<int> numbers)
    {
        await numbers.ReadAsync();
        await numbers.ReadAsync();
        Environment.FailFast("enough");
    }

    private static async Task<List<int>> CollectAsync(ChannelReader<int> numbers)
    {
        var all = new List<int>();
        await foreach (var number in numbers.ReadAllAsync())
            all.Add(number);
        return all;
    }

    private static async Task WriteAsync(int count, ChannelWriter<string> words)
    {
        for (var i = 0; i < count; i++)
            await words.WriteAsync($"word {i}");
        words.Complete();
    }

    private static async Task ProduceAsync(int count, ChannelWriter<int> numbers)
    {
        for (var i = 0; i < count; i++)
            await numbers.WriteAsync(i);
        numbers.Complete();
    }

    private static void TryWrite(int count, ChannelWriter<string> words)
    {
        for (var i = 0; i < count; i++)
        {
            if (!words.TryWrite($"word {i}"))
                throw new InvalidOperationException("There was no place.");
        }
    }

    private static async Task AnswerAsync(ChannelReader<int> questions, ChannelWriter<int> answers)
    {
        await foreach (var question in questions.ReadAllAsync())
            await answers.WriteAsync(question * question);
        answers.Complete();
    }

    private static async Task WriteForeverAsync(ChannelWriter<int> numbers, string mark, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            await numbers.WriteAsync(i, cancellationToken);
            await File.AppendAllTextAsync(mark, "x", cancellationToken);
        }
    }

    private static async Task<int> WriteUntilClosedAsync(ChannelWriter<int> numbers)
    {
        var count = 0;
        try
        {
            while (true)
            {
                await numbers.WriteAsync(count);
                count++;
            }
        }
        catch (ChannelClosedException)
        {
            return count;
        }
    }

    private static async Task SayIdAndWaitAsync(ChannelWriter<int> ids)
    {
        await ids.WriteAsync(Environment.ProcessId);
        await Task.Delay(Timeout.Infinite);
    }
}
