// The bouts of a sumo tournament are streamed page by page; the next page is already fetched while a page is shown. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1497;

public sealed record SumoBout(string East, string West, string Technique);

public interface IBoutPages
{
    Task<IReadOnlyList<SumoBout>> GetAsync(int page);
}

public sealed class BoutStream
{
    private readonly IBoutPages _pages;
    private readonly Queue<SumoBout> _fetched = new();
    private bool _complete;

    public BoutStream(IBoutPages pages) => _pages = pages;

    public async IAsyncEnumerable<SumoBout> ReadAsync()
    {
        int page = 0;
        Task next = FetchAsync(page);
        try
        {
            while (true)
            {
                await next.ConfigureAwait(false);
                if (_complete)
                {
                    yield break;
                }
                next = FetchAsync(++page);
                while (_fetched.TryDequeue(out var bout)) // expect: RACE#1
                {
                    yield return bout;
                }
            }
        }
        finally
        {
            await next.ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(int page)
    {
        var bouts = await _pages.GetAsync(page).ConfigureAwait(false);
        _complete = bouts.Count == 0;
        foreach (var bout in bouts)
        {
            _fetched.Enqueue(bout); // expect: RACE#1
        }
    }
}

public static class SumoDay
{
    public static async Task<int> ShowAsync(IBoutPages pages)
    {
        int shown = 0;
        await foreach (var bout in new BoutStream(pages).ReadAsync())
        {
            Console.WriteLine($"{bout.East} - {bout.West}: {bout.Technique}");
            shown++;
        }
        return shown;
    }
}
