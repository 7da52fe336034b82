// What an object loads for itself comes to an end, and its users wait for that; a loop that goes on keeps to the object's lock.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace LoadOfTheObject;

public interface IPages
{
    int Count { get; }

    Task<KeyValuePair<string, string>[]> GetAsync(int page);
}

public sealed class Catalogue
{
    private readonly Dictionary<string, string> _items = new();

    public Catalogue(IPages pages)
    {
        Initialization = LoadAsync(pages);
    }

    public Task Initialization { get; }

    // Callers await Initialization first.
    public string? Find(string key) => _items.GetValueOrDefault(key);

    private async Task LoadAsync(IPages pages)
    {
        for (var page = 0; page < pages.Count; page++)
            foreach (var item in await pages.GetAsync(page))
                _items[item.Key] = item.Value;
    }
}

public sealed class Waits
{
    private readonly Queue<string> _words = new();
    private readonly object _gate = new();
    private Task _loop = Task.CompletedTask;

    public void Start(CancellationToken end) => _loop = RunAsync(end);

    public void Add(string word)
    {
        lock (_gate)
            _words.Enqueue(word);
    }

    private async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(10, CancellationToken.None);
            lock (_gate)
            {
                if (_words.Count > 0)
                    Console.WriteLine(_words.Dequeue());
            }
        }
    }
}
