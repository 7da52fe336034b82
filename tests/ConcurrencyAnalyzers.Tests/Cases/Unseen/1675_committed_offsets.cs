// Workers take records of several partitions from one queue and note how far each partition was processed. difficulty: medium
// Blind: stores of the largest into slots of which it is not known that two flows meet there.
using System.Collections.Concurrent;

namespace Cases.U1675;

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
        if (offset > _committed[partition]) // blind: RACE#1
        {
            _committed[partition] = offset; // blind: RACE#1
        }
    }

    public string Describe() => string.Join(", ", _committed);
}

public sealed class ConsumerGroup(int partitions, int size, Action<string> handle) : IDisposable
{
    private readonly BlockingCollection<LogRecord> _records = new(boundedCapacity: 100);
    private readonly OffsetBoard _offsets = new(partitions);

    public string Consume(IEnumerable<LogRecord> source)
    {
        var workers = new Task[size];
        for (int i = 0; i < size; i++)
        {
            workers[i] = Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning);
        }
        foreach (var record in source)
        {
            _records.Add(record);
        }
        _records.CompleteAdding();
        Task.WaitAll(workers);
        return _offsets.Describe();
    }

    public void Dispose() => _records.Dispose();

    private void Work()
    {
        foreach (var record in _records.GetConsumingEnumerable())
        {
            handle(record.Value);
            _offsets.Advance(record.Partition, record.Offset);
        }
    }
}

static class Program
{
    static void Main()
    {
        using var group = new ConsumerGroup(3, 4, value => Thread.SpinWait(value.Length));
        var source = Enumerable.Range(0, 3_000).Select(i => new LogRecord(i % 3, i / 3, $"value {i}"));
        Console.WriteLine(group.Consume(source));
    }
}
