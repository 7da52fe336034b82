// Each worker owns some partitions: their records all come to it, and it alone notes how far they were processed. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U1676;

public readonly record struct LogRecord(int Partition, long Offset, string Value);

public sealed class OffsetBoard
{
    private readonly long[] _committed;

    public OffsetBoard(int partitions)
    {
        _committed = new long[partitions];
        Array.Fill(_committed, -1);
    }

    public void Advance(int partition, long offset)
    {
        if (offset > _committed[partition])
        {
            _committed[partition] = offset;
        }
    }

    public string Describe() => string.Join(", ", _committed);
}

public sealed class PartitionWorker(OffsetBoard offsets, Action<string> handle)
{
    private readonly BlockingCollection<LogRecord> _records = new(boundedCapacity: 100);
    private Task? _work;

    public void Start() => _work = Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning);

    public void Post(LogRecord record) => _records.Add(record);

    public void Finish()
    {
        _records.CompleteAdding();
        _work?.Wait();
    }

    private void Work()
    {
        foreach (var record in _records.GetConsumingEnumerable())
        {
            handle(record.Value);
            offsets.Advance(record.Partition, record.Offset);
        }
    }
}

public sealed class ConsumerGroup(int partitions, int size, Action<string> handle)
{
    public string Consume(IEnumerable<LogRecord> source)
    {
        var offsets = new OffsetBoard(partitions);
        var workers = Enumerable.Range(0, size).Select(_ => new PartitionWorker(offsets, handle)).ToArray();
        foreach (var worker in workers)
        {
            worker.Start();
        }
        foreach (var record in source)
        {
            workers[record.Partition % size].Post(record);
        }
        foreach (var worker in workers)
        {
            worker.Finish();
        }
        return offsets.Describe();
    }
}

static class Program
{
    static void Main()
    {
        var group = new ConsumerGroup(9, 4, value => Thread.SpinWait(value.Length));
        var source = Enumerable.Range(0, 9_000).Select(i => new LogRecord(i % 9, i / 9, $"value {i}"));
        Console.WriteLine(group.Consume(source));
    }
}
