// A document belongs to the thread of its dispatcher; spell checker and network post their changes to it. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U1632;

public sealed class Dispatcher : IDisposable
{
    private readonly BlockingCollection<Action> _queue = new();
    private readonly Thread _thread;

    public Dispatcher()
    {
        _thread = new Thread(Loop) { IsBackground = true };
        _thread.Start();
    }

    public void Post(Action action) => _queue.Add(action);

    public Task<T> InvokeAsync<T>(Func<T> query)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => result.SetResult(query()));
        return result.Task;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
    }

    private void Loop()
    {
        foreach (var action in _queue.GetConsumingEnumerable())
        {
            action();
        }
    }
}

public sealed class DocumentModel(Dispatcher dispatcher)
{
    private readonly SortedDictionary<int, string> _remarks = [];
    private int _version;

    public void Remark(int line, string text) => dispatcher.Post(() => Apply(line, text));

    public Task<string> DescribeAsync() => dispatcher.InvokeAsync(Describe);

    private void Apply(int line, string text)
    {
        _remarks[line] = text;
        _version++;
    }

    private string Describe() => $"v{_version}: " + string.Join(", ", _remarks.Select(r => $"{r.Key} {r.Value}"));
}

static class Program
{
    static async Task Main()
    {
        using var dispatcher = new Dispatcher();
        var model = new DocumentModel(dispatcher);
        var checker = Task.Run(() =>
        {
            for (int line = 0; line < 50; line += 5)
            {
                model.Remark(line, "spelling");
            }
        });
        var network = Task.Run(() =>
        {
            for (int line = 0; line < 50; line += 7)
            {
                model.Remark(line, "comment");
            }
        });
        Console.WriteLine(await model.DescribeAsync());
        await Task.WhenAll(checker, network);
        Console.WriteLine(await model.DescribeAsync());
    }
}
