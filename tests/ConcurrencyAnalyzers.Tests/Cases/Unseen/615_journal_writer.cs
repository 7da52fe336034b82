// A journal file that is opened by the first writer.
using System;
using System.IO;
using System.Threading;

namespace Cases.U615;

public sealed class JournalWriter : IDisposable
{
    private readonly StreamWriter _output;
    private readonly object _writeLock = new();

    public JournalWriter(string path) => _output = new StreamWriter(path, append: false);

    public void Append(string line)
    {
        lock (_writeLock)
        {
            _output.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (_writeLock)
        {
            _output.Dispose();
        }
    }
}

public sealed class Journal
{
    private readonly object _openLock = new();
    private readonly string _folder;
    private volatile JournalWriter? _writer;

    public Journal(string folder) => _folder = folder;

    public void Log(string message) =>
        Writer().Append($"{DateTime.UtcNow:O} {message}");

    private JournalWriter Writer()
    {
        if (_writer == null) // expect: LAZY_INIT#1
        {
            lock (_openLock)
            {
                Directory.CreateDirectory(_folder);
                _writer = new JournalWriter(Path.Combine(_folder, $"{Guid.NewGuid():N}.log")); // expect: LAZY_INIT#1
            }
        }

        return _writer;
    }
}

public sealed class OrderIntake
{
    private readonly Journal _journal;

    public OrderIntake(Journal journal) => _journal = journal;

    public void Accept(int orderId)
    {
        ThreadPool.QueueUserWorkItem(_ =>
        {
            try
            {
                _journal.Log($"order {orderId} accepted");
            }
            catch (IOException ex)
            {
                Console.Error.WriteLine(ex.Message);
            }
        });
    }
}
