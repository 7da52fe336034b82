// Failed attempts are noted by a reporter, which formats its notes on a thread of its own. difficulty: hard
// Blind: a delegate that is put into a queue is not followed.
using System.Collections.Concurrent;

namespace Cases.U1641;

public sealed class Reporter : IDisposable
{
    private readonly BlockingCollection<Func<string>> _notes = new();
    private readonly Thread _thread;

    public Reporter(TextWriter output)
    {
        _thread = new Thread(() =>
        {
            foreach (var note in _notes.GetConsumingEnumerable())
            {
                output.WriteLine(note());
            }
        });
        _thread.Start();
    }

    public void Note(Func<string> format) => _notes.Add(format);

    public void Dispose()
    {
        _notes.CompleteAdding();
        _thread.Join();
    }
}

public sealed class RetryingUploader(Reporter reporter, Func<string, Task> upload, int limit)
{
    public async Task<bool> UploadAsync(string file)
    {
        string reason = "";
        var delay = TimeSpan.FromMilliseconds(50);
        for (int attempt = 1; attempt <= limit; attempt++) // expect: CAPTURE?, RACE?
        {
            try
            {
                await upload(file);
                return true;
            }
            catch (IOException e)
            {
                reason = e.Message; // expect: CAPTURE?, RACE?
                reporter.Note(() => $"{file}: attempt {attempt} failed, {reason}"); // blind: CAPTURE
            }
            await Task.Delay(delay);
            delay *= 2;
        }
        return false;
    }
}

static class Program
{
    static async Task Main()
    {
        using var reporter = new Reporter(Console.Out);
        var uploader = new RetryingUploader(reporter, file => throw new IOException($"{file} is in use"), 4);
        Console.WriteLine(await uploader.UploadAsync("ledger.bin"));
    }
}
