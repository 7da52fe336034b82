// A semaphore guards a dictionary; one member looks into it without, and calls one that takes it.
namespace Cases.S326;

public sealed record Ebook(string Isbn, int LastPage);

public sealed class EbookShelf(string path) : IDisposable
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, Ebook> _books = new();

    public async Task PutAsync(Ebook book, CancellationToken token)
    {
        await _mutex.WaitAsync(token);
        try
        {
            _books[book.Isbn] = book;
            await SaveAsync(token);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<bool> ReturnAsync(string isbn, CancellationToken token)
    {
        await _mutex.WaitAsync(token);
        try
        {
            if (!_books.Remove(isbn))
                return false;
            await SaveAsync(token);
            return true;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task TurnPageAsync(string isbn, int page, CancellationToken token)
    {
        if (!_books.TryGetValue(isbn, out var book) || book.LastPage >= page) // expect: INCONSISTENT_LOCK
            return;
        await PutAsync(book with { LastPage = page }, token); // expect: CHECK_THEN_ACT?
    }

    public int Count => _books.Count; // expect: INCONSISTENT_LOCK?

    private async Task SaveAsync(CancellationToken token)
    {
        await using var file = File.Create(path);
        await System.Text.Json.JsonSerializer.SerializeAsync(file, _books.Values, cancellationToken: token);
    }

    public void Dispose() => _mutex.Dispose();
}

public sealed class Ledger
{
    private readonly object _gate = new();
    private readonly SortedList<string, int> _lines = new();

    public void Put(string name, int amount)
    {
        lock (_gate)
        {
            _lines[name] = amount;
            Save();
        }
    }

    public bool Strike(string name)
    {
        lock (_gate)
        {
            if (!_lines.Remove(name))
                return false;
            Save();
            return true;
        }
    }

    public void Double(string name)
    {
        if (_lines.TryGetValue(name, out var amount)) // expect: INCONSISTENT_LOCK
            Put(name, amount * 2); // expect: CHECK_THEN_ACT?
    }

    private void Save() => File.WriteAllText("ledger.txt", string.Join('\n', _lines.Select(static line => $"{line.Key} {line.Value}")));
}

public sealed class Guests
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly HashSet<string> _guests = new();

    public async Task AddAsync(string name)
    {
        await _mutex.WaitAsync();
        try
        {
            _guests.Add(name);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task RemoveAsync(string name)
    {
        await _mutex.WaitAsync();
        try
        {
            _guests.Remove(name);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public bool IsInvited(string name) => _guests.Contains(name); // expect: INCONSISTENT_LOCK

    public int Count => _guests.Count; // expect: INCONSISTENT_LOCK?
}
