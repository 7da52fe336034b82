using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1140;

public sealed record Ebook(string Isbn, string Title, int LastPage);

public sealed class EbookShelf(string path) : IDisposable
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<string, Ebook> _books = new();
    private int _count;

    public Task PutAsync(Ebook book, CancellationToken token)
        => ExclusiveAsync(() =>
        {
            _books[book.Isbn] = book;
            return true;
        }, token);

    public Task<bool> ReturnAsync(string isbn, CancellationToken token)
        => ExclusiveAsync(() => _books.Remove(isbn), token);

    public Task TurnPageAsync(string isbn, int page, CancellationToken token)
        => ExclusiveAsync(() =>
        {
            if (!_books.TryGetValue(isbn, out var book) || book.LastPage >= page)
                return false;
            _books[isbn] = book with { LastPage = page };
            return true;
        }, token);

    // For the status bar.
    public int Count => Volatile.Read(ref _count);

    private async Task<bool> ExclusiveAsync(Func<bool> change, CancellationToken token)
    {
        await _mutex.WaitAsync(token);
        try
        {
            if (!change())
                return false;
            Volatile.Write(ref _count, _books.Count);
            await using var file = File.Create(path);
            await JsonSerializer.SerializeAsync(file, _books.Values, cancellationToken: token);
            return true;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public void Dispose() => _mutex.Dispose();
}
