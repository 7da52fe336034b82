// Three consumers read from one channel, and each of them adds to the same plain index. difficulty: medium
using System.Threading.Channels;

namespace Cases.U746;

public sealed record CrawledPage(int Id, Uri Address, string Text);

public interface IPageSource
{
    IAsyncEnumerable<CrawledPage> ReadAsync(CancellationToken cancel);
}

public sealed class InvertedIndex
{
    private static readonly char[] Separators = [' ', '\n', '\t', '.', ',', ';'];
    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.OrdinalIgnoreCase);

    public int Words => _postings.Count;

    public void Add(CrawledPage page)
    {
        foreach (var word in page.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            AddWord(word, page.Id);
        }
    }

    public IReadOnlyList<int> Find(string word) =>
        _postings.TryGetValue(word, out var ids) ? ids : [];

    private void AddWord(string word, int pageId)
    {
        if (!_postings.TryGetValue(word, out var ids)) // expect: RACE#1
        {
            ids = [];
            _postings[word] = ids; // expect: RACE#1
        }
        if (ids.Count == 0 || ids[^1] != pageId) // expect: RACE?
        {
            ids.Add(pageId); // expect: RACE?
        }
    }
}

public sealed class IndexingPipeline(IPageSource source)
{
    private const int Consumers = 3;

    public async Task<InvertedIndex> BuildAsync(CancellationToken cancel)
    {
        var index = new InvertedIndex();
        var pages = Channel.CreateUnbounded<CrawledPage>();
        var consumers = new Task[Consumers];
        for (int i = 0; i < Consumers; i++)
        {
            consumers[i] = Task.Run(() => ConsumeAsync(pages.Reader, index), cancel);
        }

        try
        {
            await foreach (var page in source.ReadAsync(cancel))
            {
                await pages.Writer.WriteAsync(page, cancel);
            }
        }
        finally
        {
            pages.Writer.Complete();
            await Task.WhenAll(consumers);
        }
        return index;
    }

    private static async Task ConsumeAsync(ChannelReader<CrawledPage> reader, InvertedIndex index)
    {
        await foreach (var page in reader.ReadAllAsync())
        {
            index.Add(page);
        }
    }
}
