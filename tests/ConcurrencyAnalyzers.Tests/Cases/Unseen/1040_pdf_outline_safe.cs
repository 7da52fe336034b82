namespace Documents.Pdf;

public sealed record Heading(int Page, int Level, string Title);

public sealed class OutlineNode(string title, int page)
{
    public string Title => title;
    public int Page => page;
    public List<OutlineNode> Children { get; } = [];
}

public interface IPageText
{
    int Count { get; }
    IEnumerable<(double Size, string Line)> Lines(int page);
}

public sealed class OutlineBuilder(IPageText pages)
{
    private readonly double[] _sizes = [18, 14, 12];

    public async Task<OutlineNode> BuildAsync(string title, IProgress<int>? progress = null)
    {
        int done = 0;
        var perPage = new List<Heading>[pages.Count];
        int page = 0;
        var tasks = new List<Task>();
        while (page < pages.Count)
        {
            int from = page;
            int to = Math.Min(page + 16, pages.Count);
            tasks.Add(Task.Run(() =>
            {
                for (int p = from; p < to; p++)
                {
                    perPage[p] = Headings(p).ToList();
                }
                progress?.Report(Interlocked.Add(ref done, to - from));
            }));
            page = to;
        }
        await Task.WhenAll(tasks);

        var root = new OutlineNode(title, 0);
        var path = new Stack<OutlineNode>([root]);
        foreach (Heading heading in perPage.SelectMany(h => h))
        {
            while (path.Count > heading.Level)
            {
                path.Pop();
            }
            var node = new OutlineNode(heading.Title, heading.Page);
            path.Peek().Children.Add(node);
            path.Push(node);
        }
        return root;
    }

    private IEnumerable<Heading> Headings(int page)
    {
        foreach ((double size, string line) in pages.Lines(page))
        {
            int level = Array.FindIndex(_sizes, s => size >= s);
            if (level >= 0)
            {
                yield return new Heading(page, level + 1, line.Trim());
            }
        }
    }
}
