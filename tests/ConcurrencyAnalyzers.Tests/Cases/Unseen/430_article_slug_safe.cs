// The cached string is immutable and always computed to the same value: threads that compute it twice do no harm. difficulty: medium
namespace Cases.U430;

public sealed record Article(int Id, string Title)
{
    private string? _slug;

    public string Slug => _slug ??= MakeSlug(Title);

    private static string MakeSlug(string title) =>
        string.Join('-', title.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

public static class SiteMap
{
    public static string[] Write(IReadOnlyList<Article> articles)
    {
        var lines = new string[articles.Count * 2];
        Parallel.Invoke(
            () => Fill("/news/", 0),
            () => Fill("/amp/", articles.Count));
        return lines;

        void Fill(string root, int offset)
        {
            for (int i = 0; i < articles.Count; i++)
            {
                lines[offset + i] = root + articles[i].Slug;
            }
        }
    }
}
