// Every thread fills the index part it owns; the parts are read only after the threads were joined. difficulty: medium
namespace Cases.U714;

public sealed record SourceText(int Id, string Body);

public sealed class IndexPart(IReadOnlyList<SourceText> texts, int first, int step)
{
    private int _words;

    public Dictionary<string, List<int>> Postings { get; } = new();

    public int Words => _words;

    public void Build()
    {
        for (int i = first; i < texts.Count; i += step)
        {
            foreach (string word in texts[i].Body.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _words++;
                if (!Postings.TryGetValue(word, out List<int>? ids))
                {
                    Postings.Add(word, ids = []);
                }
                ids.Add(texts[i].Id);
            }
        }
    }
}

public sealed class TextIndexer(int workers)
{
    private readonly Dictionary<string, List<int>> _index = new();
    private int _totalWords;

    public int TotalWords => _totalWords;

    public void Build(IReadOnlyList<SourceText> texts)
    {
        List<IndexPart> parts = Enumerable.Range(0, workers).Select(w => new IndexPart(texts, w, workers)).ToList();
        List<Thread> threads = parts.ConvertAll(part => new Thread(part.Build));
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        foreach (IndexPart part in parts)
        {
            _totalWords += part.Words;
            foreach ((string word, List<int> ids) in part.Postings)
            {
                if (!_index.TryGetValue(word, out List<int>? merged))
                {
                    _index.Add(word, merged = []);
                }
                merged.AddRange(ids);
            }
        }
    }

    public IReadOnlyList<int> Find(string word) => _index.TryGetValue(word, out List<int>? ids) ? ids : [];
}
