// The event is raised in quick succession and the async handler goes on after its await on pool threads: several continuations run at once. difficulty: hard
namespace Cases.U335;

public sealed class BarcodeScanner
{
    public event EventHandler<string>? Scanned;

    public void Feed(IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            Scanned?.Invoke(this, code);
        }
    }
}

public sealed class StockCounter
{
    private readonly Func<string, Task<string?>> _findArticle;
    private readonly Dictionary<string, int> _counts = [];
    private int _unknown;

    public StockCounter(BarcodeScanner scanner, Func<string, Task<string?>> findArticle)
    {
        _findArticle = findArticle;
        scanner.Scanned += OnScanned;
    }

    public string Report() => $"{_counts.Count} articles, {_unknown} unknown"; // expect: RACE?

    private async void OnScanned(object? sender, string code) // expect: ASYNC_VOID?
    {
        var article = await _findArticle(code).ConfigureAwait(false);
        if (article == null)
        {
            _unknown++; // expect: RACE
            return;
        }
        _counts[article] = _counts.GetValueOrDefault(article) + 1; // expect: RACE
    }
}
