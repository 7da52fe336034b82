// Blind: a count alone, read without the lock, is a number that is old at once in any case.
using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1139;

public sealed record Ebook(string Isbn, string Title, int LastPage);

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

    public int Count => _books.Count; // blind: INCONSISTENT_LOCK

    private async Task SaveAsync(CancellationToken token)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, _books.Values, cancellationToken: token);
    }

    public void Dispose() => _mutex.Dispose();
}
