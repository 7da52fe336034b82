// The nearest safe twins: the look and the step are under the semaphore, a helper that expects it held does both.
namespace Cases.S327;

public sealed record Ebook(string Isbn, int LastPage);

public sealed class EbookShelf(string path)
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, Ebook> _books = new();

    public async Task PutAsync(Ebook book, CancellationToken token)
    {
        await _mutex.WaitAsync(token);
        try
        {
            await PutCoreAsync(book, token);
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
        await _mutex.WaitAsync(token);
        try
        {
            if (!_books.TryGetValue(isbn, out var book) || book.LastPage >= page)
                return;
            await PutCoreAsync(book with { LastPage = page }, token);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public int Count
    {
        get
        {
            _mutex.Wait();
            try
            {
                return _books.Count;
            }
            finally
            {
                _mutex.Release();
            }
        }
    }

    private Task PutCoreAsync(Ebook book, CancellationToken token)
    {
        _books[book.Isbn] = book;
        return SaveAsync(token);
    }

    private async Task SaveAsync(CancellationToken token)
    {
        await using var file = File.Create(path);
        await System.Text.Json.JsonSerializer.SerializeAsync(file, _books.Values, cancellationToken: token);
    }
}
